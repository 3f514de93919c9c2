//! Causes and what follows from them, laid out in layers: every cause to the left of what it leads to.
//!
//! After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
//! structures" (1981): layers by the longest way, order within a layer by barycentres, then places.

mod against;

use std::cmp::Reverse;
use std::collections::BTreeMap;

pub use against::Telling;

use super::label::{Weight, text_width};
use crate::atlas::term::LinkKind;
use crate::atlas::{Atlas, ClaimId, ClaimSet};
use crate::geo::Rect;
use crate::order::{by_key, most_first};

/// A tie: its position in the atlas, cause, effect.
pub type Tie = (usize, ClaimId, ClaimId);

/// Claims that causes join, and the ties between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The claims, in the order of the files.
    pub claims: Vec<ClaimId>,
    /// The ties.
    pub ties: Vec<Tie>,
}

impl Chain {
    /// The claim that most ties meet, of several the first: what the chain is named after.
    pub fn heart(&self) -> Option<ClaimId> {
        let met = |claim: &ClaimId| {
            self.ties.iter().filter(|(_, from, to)| from == claim || to == claim).count()
        };
        self.claims.iter().copied().min_by_key(|claim| Reverse(met(claim)))
    }
}

/// The chains among the given claims, those of most claims first.
pub fn chains(atlas: &Atlas, kept: &ClaimSet) -> Vec<Chain> {
    let causes = atlas.links().filter(|(_, link)| {
        link.kind == LinkKind::Causes && kept.contains(link.from) && kept.contains(link.to)
    });
    let ties: Vec<Tie> = causes.map(|(at, link)| (at, link.from, link.to)).collect();
    // Each claim's chain goes by its first claim, until no tie joins two chains.
    let mut first: BTreeMap<ClaimId, ClaimId> =
        ties.iter().flat_map(|&(_, from, to)| [(from, from), (to, to)]).collect();
    let root = |first: &BTreeMap<ClaimId, ClaimId>, mut claim: ClaimId| {
        while let Some(&next) = first.get(&claim).filter(|next| **next != claim) {
            claim = next;
        }
        claim
    };
    for &(_, from, to) in &ties {
        let (a, b) = (root(&first, from), root(&first, to));
        first.insert(a.max(b), a.min(b));
    }
    let mut chains: BTreeMap<ClaimId, Chain> = BTreeMap::new();
    for &claim in first.keys() {
        let chain = chains.entry(root(&first, claim));
        chain.or_insert_with(|| Chain { claims: Vec::new(), ties: Vec::new() }).claims.push(claim);
    }
    for tie in ties {
        if let Some(chain) = chains.get_mut(&root(&first, tie.1)) {
            chain.ties.push(tie);
        }
    }
    let chains: Vec<Chain> = chains.into_values().collect();
    let size = chains.iter().map(|chain| chain.claims.len() as u64);
    most_first(size).into_iter().filter_map(|at| chains.get(at).cloned()).collect()
}

/// A claim's box.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The claim.
    pub claim: ClaimId,
    /// Where it stands, px.
    pub rect: Rect,
    /// Its label, line by line.
    pub lines: Vec<String>,
}

/// A tie's way from box to box.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The tie's position in the atlas.
    pub tie: usize,
    /// Its points, px: cause first. Between two of them it leaves and arrives level.
    pub points: Vec<(f64, f64)>,
}

impl Way {
    /// Where its number stands: halfway over its first gap.
    pub fn middle(&self) -> (f64, f64) {
        match *self.points.as_slice() {
            [(x, y), (to_x, to_y), ..] => ((x + to_x) / 2.0, (y + to_y) / 2.0),
            _ => (0.0, 0.0),
        }
    }
}

/// A chain with every box and way at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Boxes.
    pub nodes: Vec<Node>,
    /// Ways.
    pub ways: Vec<Way>,
    /// px.
    pub width: f64,
    /// px.
    pub height: f64,
}

/// How large boxes and the room between them are, px.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    /// A box's width.
    pub width: f64,
    /// Between two layers.
    pub gap: f64,
    /// Between two boxes of a layer.
    pub space: f64,
    /// A line of the label; 0 for boxes without one.
    pub line: f64,
    /// Above and below the label.
    pub pad: f64,
}

/// The size of the label's letters, px.
const LETTERS: f64 = 12.0;

/// A label has so many lines at most.
const LINES: usize = 5;

/// How often the order of the layers is gone over.
const SWEEPS: usize = 12;

/// Something with a place in a layer: a claim, or a tie that passes by.
struct Item {
    layer: usize,
    height: f64,
    /// Middle, px.
    y: f64,
    before: Vec<usize>,
    after: Vec<usize>,
}

/// Lays out a chain; `label` gives a claim's text.
pub fn picture(chain: &Chain, measures: Measures, label: &dyn Fn(ClaimId) -> String) -> Picture {
    let place = |claim: ClaimId| chain.claims.iter().position(|&own| own == claim);
    let edges: Vec<(usize, usize, usize)> =
        chain.ties.iter().filter_map(|&(tie, a, b)| Some((tie, place(a)?, place(b)?))).collect();
    let (layers, backward) = layers(chain.claims.len(), &edges);
    let lines: Vec<Vec<String>> = match measures.line > 0.0 {
        true => chain.claims.iter().map(|&id| wrap(&label(id), measures.width - 20.0)).collect(),
        false => vec![Vec::new(); chain.claims.len()],
    };
    let box_height = |lines: &Vec<String>| lines.len() as f64 * measures.line + 2.0 * measures.pad;
    let item = |layer, height| Item { layer, height, y: 0.0, before: vec![], after: vec![] };
    let mut items: Vec<Item> =
        layers.iter().zip(&lines).map(|(&layer, lines)| item(layer, box_height(lines))).collect();
    // A tie over several layers passes each one between as an item of its own.
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (at, &(_, from, to)) in edges.iter().enumerate() {
        let (start, end) = if backward[at] { (to, from) } else { (from, to) };
        let mut run = vec![start];
        for layer in layers[start] + 1..layers[end] {
            run.push(items.len());
            items.push(item(layer, measures.line.max(6.0)));
        }
        run.push(end);
        for pair in run.windows(2) {
            items[pair[0]].after.push(pair[1]);
            items[pair[1]].before.push(pair[0]);
        }
        runs.push(run);
    }
    let mut rows = rows(&items);
    sweep(&items, &mut rows);
    settle(&mut items, &rows, measures.space);
    let top = items.iter().map(|item| item.y - item.height / 2.0).fold(f64::MAX, f64::min);
    let x = |layer: usize| layer as f64 * (measures.width + measures.gap);
    let nodes: Vec<Node> = (chain.claims.iter().zip(lines).zip(&items))
        .map(|((&claim, lines), item)| {
            let (left, y) = (x(item.layer), item.y - item.height / 2.0 - top);
            Node { claim, lines, rect: Rect::new(left, y, measures.width, item.height) }
        })
        .collect();
    let ways = (edges.iter().zip(&runs).zip(&backward)).map(|((&(tie, ..), run), &backward)| {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for pair in run.windows(2) {
            let (from, to) = (&items[pair[0]], &items[pair[1]]);
            let leave = port(&items, from, &from.after, pair[1]) - top;
            let arrive = port(&items, to, &to.before, pair[0]) - top;
            points.push((x(from.layer) + measures.width, leave));
            points.push((x(to.layer), arrive));
        }
        if backward {
            points.reverse();
        }
        Way { tie, points }
    });
    let ways = ways.collect();
    let width = nodes.iter().map(|node| node.rect.right()).fold(0.0, f64::max);
    let low = items.iter().map(|item| item.y + item.height / 2.0 - top).fold(0.0, f64::max);
    Picture { nodes, ways, width, height: low }
}

/// Where on an item's side a tie begins or ends: ties are spread in the order of their other ends.
fn port(items: &[Item], item: &Item, ends: &[usize], end: usize) -> f64 {
    let above = ends.iter().filter(|&&other| (items[other].y, other) < (items[end].y, end)).count();
    let share = (above + 1) as f64 / (ends.len() + 1) as f64;
    item.y - item.height / 2.0 + item.height * share
}

/// The layer of each claim by the longest way from a first cause, and for each tie whether it runs
/// against the layers, as one of every circle must.
fn layers(claims: usize, edges: &[(usize, usize, usize)]) -> (Vec<usize>, Vec<bool>) {
    let mut backward = vec![false; edges.len()];
    let mut done = vec![false; claims];
    for start in 0..claims {
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((claim, next)) = path.pop() {
            if done[claim] {
                continue;
            }
            let ahead = edges.iter().enumerate().skip(next).find(|(_, edge)| edge.1 == claim);
            let Some((at, &(_, _, to))) = ahead else {
                done[claim] = true;
                continue;
            };
            path.push((claim, at + 1));
            if path.iter().any(|&(open, _)| open == to) {
                backward[at] = true;
            } else {
                path.push((to, 0));
            }
        }
    }
    let mut layers = vec![0; claims];
    for _ in 0..claims {
        for (&(_, from, to), &backward) in edges.iter().zip(&backward) {
            let (from, to) = if backward { (to, from) } else { (from, to) };
            if from != to {
                layers[to] = layers[to].max(layers[from] + 1);
            }
        }
    }
    (layers, backward)
}

fn rows(items: &[Item]) -> Vec<Vec<usize>> {
    let deepest = items.iter().map(|item| item.layer).max().unwrap_or_default();
    let mut rows = vec![Vec::new(); deepest + 1];
    for (at, item) in items.iter().enumerate() {
        rows[item.layer].push(at);
    }
    rows
}

/// Orders each layer by the mean place of its neighbours in the layer before it, then after it.
fn sweep(items: &[Item], rows: &mut [Vec<usize>]) {
    for pass in 0..SWEEPS {
        let forward = pass % 2 == 0;
        for step in 1..rows.len() {
            let at = if forward { step } else { rows.len() - 1 - step };
            let beside = if forward { at - 1 } else { at + 1 };
            let places: BTreeMap<usize, usize> =
                rows[beside].iter().enumerate().map(|(place, &item)| (item, place)).collect();
            let mean = |(place, item): (usize, &usize)| {
                let item = &items[*item];
                let ends = if forward { &item.before } else { &item.after };
                let sum: usize = ends.iter().filter_map(|end| places.get(end)).sum();
                (match ends.len() {
                    0 => place * 1000,
                    count => sum * 1000 / count,
                }) as u64
            };
            let order = by_key(rows[at].iter().enumerate().map(mean));
            rows[at] = order.into_iter().map(|place| rows[at][place]).collect();
        }
    }
}

/// Gives each item a height: near its neighbours, and none over another.
fn settle(items: &mut [Item], rows: &[Vec<usize>], space: f64) {
    for pass in 0..SWEEPS {
        for row in rows {
            let wanted: Vec<f64> = row
                .iter()
                .map(|&at| {
                    let item = &items[at];
                    let ends = || item.before.iter().chain(&item.after);
                    let count = ends().count();
                    match (pass, count) {
                        (0, _) | (_, 0) => item.y,
                        _ => ends().map(|&end| items[end].y).sum::<f64>() / count as f64,
                    }
                })
                .collect();
            let mut floor = f64::MIN;
            let mut placed: Vec<f64> = Vec::new();
            for (&at, &wanted) in row.iter().zip(&wanted) {
                let half = items[at].height / 2.0;
                let y = wanted.max(floor + half);
                placed.push(y);
                floor = y + half + space;
            }
            // Pushing down only would let the picture sink: the layer as a whole stays where it was wanted.
            let count = row.len().max(1) as f64;
            let sunk = (placed.iter().sum::<f64>() - wanted.iter().sum::<f64>()) / count;
            for (&at, y) in row.iter().zip(placed) {
                items[at].y = y - sunk;
            }
        }
    }
}

/// Breaks a text into lines of a width in px; what does not fit into the last line is cut with "…".
fn wrap(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let joined = match lines.last() {
            Some(line) => format!("{line} {word}"),
            None => word.to_owned(),
        };
        let fits = text_width(&joined, LETTERS, Weight::Regular) <= width;
        let full = lines.len() == LINES;
        match lines.last_mut() {
            Some(line) if fits => *line = joined,
            Some(line) if full => {
                while text_width(&format!("{line}…"), LETTERS, Weight::Regular) > width {
                    line.pop();
                }
                line.push('…');
                return lines;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests;
