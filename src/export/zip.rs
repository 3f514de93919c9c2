//! The zip format: files side by side in one, each deflated.
//!
//! Layout: PKWARE, "APPNOTE.TXT", sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its
//! end). Names are UTF-8; every file is of 1 January 1980, so that the same content gives the same bytes.

use miniz_oxide::deflate::compress_to_vec;

/// A file of the archive.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its name, with `/` between folders.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// Needs a reader that inflates: version 2.0.
const VERSION: u16 = 20;
/// Bit 11: the name is UTF-8.
const UTF_8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// 1 January 1980 in the format's packed form, and midnight.
const DATE: u16 = 1 << 5 | 1;
const TIME: u16 = 0;
/// How hard the deflater tries, 0 to 10.
const EFFORT: u8 = 6;

/// An archive of files. What is beyond the format's 4 GiB and 65 535 files does not occur here.
pub fn zip(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let packed = compress_to_vec(entry.bytes, EFFORT);
        let offset = out.len() as u32;
        let mut header = Vec::new();
        for half in [VERSION, UTF_8, DEFLATED, TIME, DATE] {
            header.extend(half.to_le_bytes());
        }
        header.extend(crc32(entry.bytes).to_le_bytes());
        header.extend((packed.len() as u32).to_le_bytes());
        header.extend((entry.bytes.len() as u32).to_le_bytes());
        header.extend((entry.name.len() as u16).to_le_bytes());
        // No extra field.
        header.extend(0u16.to_le_bytes());

        out.extend(b"PK\x03\x04");
        out.extend(&header);
        out.extend(entry.name.as_bytes());
        out.extend(&packed);

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&header);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06");
    // One disk, this one.
    out.extend([0; 4]);
    let count = (entries.len() as u16).to_le_bytes();
    out.extend(count);
    out.extend(count);
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    // No comment.
    out.extend([0; 2]);
    out
}

/// The check sum of ISO 3309, bit by bit: the archives are small.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_the_published_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
