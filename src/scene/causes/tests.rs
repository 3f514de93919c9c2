use super::*;
use proptest::prelude::*;

const MEASURES: Measures = Measures { width: 200.0, gap: 50.0, space: 14.0, line: 15.0, pad: 8.0 };

/// A chain of so many claims with these ties.
fn chain(claims: usize, ties: &[(usize, usize)]) -> Chain {
    let tie =
        |(at, &(from, to)): (usize, &(usize, usize))| (at, ClaimId::at(from), ClaimId::at(to));
    Chain {
        claims: (0..claims).map(ClaimId::at).collect(),
        ties: ties.iter().enumerate().map(tie).collect(),
    }
}

fn drawn(chain: &Chain) -> Picture {
    picture(chain, MEASURES, &|id| "a claim of several words ".repeat(id.index() % 4 + 1))
}

#[test]
fn a_cause_stands_left_of_what_it_leads_to() {
    let picture = drawn(&chain(4, &[(0, 1), (1, 2), (0, 2), (3, 2)]));
    for (from, to) in [(0, 1), (1, 2), (3, 2)] {
        assert!(picture.nodes[from].rect.right() < picture.nodes[to].rect.x);
    }
    // The tie over a layer passes between: four points, two a gap.
    assert_eq!(picture.ways[2].points.len(), 4);
}

#[test]
fn a_circle_is_drawn_with_one_tie_against_the_layers() {
    let picture = drawn(&chain(3, &[(0, 1), (1, 2), (2, 0)]));
    let left = |way: &Way| way.points.first().map(|p| p.0) > way.points.last().map(|p| p.0);
    assert_eq!(picture.ways.iter().filter(|way| left(way)).count(), 1);
}

#[test]
fn a_long_label_is_cut_and_says_so() {
    let lines = wrap(&"word ".repeat(200), 180.0);
    assert_eq!(lines.len(), LINES);
    assert!(lines.last().is_some_and(|line| line.ends_with('…')));
    assert_eq!(wrap("short", 180.0), ["short"]);
}

#[test]
fn a_chain_is_named_after_the_claim_that_most_ties_meet() {
    assert_eq!(chain(4, &[(0, 2), (1, 2), (3, 2)]).heart(), Some(ClaimId::at(2)));
}

proptest! {
    #[test]
    fn no_box_covers_another_and_all_lie_in_the_picture(
        ties in proptest::collection::vec((0usize..9, 0usize..9), 1..20)
    ) {
        let chain = chain(9, &ties);
        let picture = drawn(&chain);
        for (at, one) in picture.nodes.iter().enumerate() {
            prop_assert!(one.rect.y >= -0.001 && one.rect.bottom() <= picture.height + 0.001);
            for other in picture.nodes.iter().skip(at + 1) {
                prop_assert!(!one.rect.overlaps(other.rect), "{one:?} {other:?}");
            }
        }
        prop_assert_eq!(picture.ways.len(), ties.len());
        prop_assert_eq!(drawn(&chain), picture);
    }
}
