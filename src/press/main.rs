//! Native.
fn main() {}
