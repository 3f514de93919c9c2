//! Short keys for long names.

/// Stands for a claim's id at a fraction of its size: `bits` bits of its [`fnv1a`], the lowest `shift` left out.
pub fn claim_key(id: &str, (bits, shift): (u8, u8)) -> u64 {
    fnv1a(id.as_bytes()) >> shift.min(63) & (u64::MAX >> (64 - bits.clamp(1, 64)))
}

/// Fowler, Noll and Vo's hash, 64 bits, variant 1a: tells contents apart where no one gains by forging it.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
