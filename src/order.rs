//! Putting things in order by a number. One sort for the whole program: the standard library's is
//! compiled anew for every type and closure that it sorts by, at four kilobytes a time.

/// The positions of the keys from the least key to the greatest; of equal keys the first comes
/// first.
pub fn by_key(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    let mut order: Vec<(u64, u32)> = keys.zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at as usize).collect()
}

/// The same from the greatest key to the least.
pub fn most_first(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    by_key(keys.map(|key| u64::MAX - key))
}

/// A signed number as a key that keeps its order.
pub fn key(value: i32) -> u64 {
    u64::from(value.abs_diff(i32::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(by_key([3, 1, 3, 0].into_iter()), [3, 1, 0, 2]);
        assert_eq!(most_first([3, 1, 3, 0].into_iter()), [0, 2, 1, 3]);
    }

    #[test]
    fn keys_keep_the_order_of_signed_numbers() {
        assert!(key(i32::MIN) < key(-1) && key(-1) < key(0) && key(0) < key(i32::MAX));
    }
}
