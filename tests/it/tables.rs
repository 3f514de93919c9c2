//! Tables that leave the atlas: whose line a cell tells of.

use c5_atlas::export::table::claims;

use crate::mini::{atlas, claim, texts};

/// What the table has of a claim in some columns.
fn cells(slug: &str, columns: [&str; 3]) -> [String; 3] {
    let mut own = c5_atlas::atlas::ClaimSet::none(atlas().claims().len());
    own.insert(claim(slug));
    let table = claims(atlas(), texts(), &own);
    columns.map(|column| {
        let at = table.head.iter().position(|head| *head == column).expect("there is the column");
        table.rows[0][at].clone()
    })
}

#[test]
fn a_claim_of_several_documents_says_whose_each_line_note_and_term_is() {
    let columns = ["lines", "footnotes", "terms"];
    assert_eq!(
        cells("alpha-kant", columns),
        [
            "alpha-2018:6; beta-2019:2",
            "beta-2019:1",
            "alpha-2018:Kant; beta-2019:Kant; beta-2019:2032"
        ]
    );
    assert_eq!(cells("alpha-ayni", columns), ["6", "", "Ayni"]);
}
