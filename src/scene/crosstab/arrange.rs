//! The order of rows and columns: by a row, by a column, by likeness, by the reader's hand.

/// What decides the order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The atlas's own.
    #[default]
    Own,
    /// Rows by what they have in a column, most first.
    ByColumn(String),
    /// Columns by what they have in a row, most first.
    ByRow(String),
    /// Rows and columns so that like stands by like.
    Like,
}

impl Sort {
    /// Reads `like`, `col.KZ-RU`, `row.bases`.
    pub fn read(token: &str) -> Option<Self> {
        match token.split_once('.') {
            None => (token == "like").then_some(Self::Like),
            Some(("col", slug)) => Some(Self::ByColumn(slug.to_owned())),
            Some(("row", slug)) => Some(Self::ByRow(slug.to_owned())),
            Some(_) => None,
        }
    }
}

/// The reader's own order of one axis: what stands first, in order, and what is hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// Slugs that come before all others.
    pub first: Vec<String>,
    /// Slugs that are left out.
    pub hidden: Vec<String>,
}

impl Hand {
    /// Reads one axis's part of a list like `r.bases~r_visas~c.KZ-RU`: `.` for first, `_` for hidden.
    pub fn read(list: &str, side: char) -> Self {
        let mut hand = Self::default();
        for token in list.split('~') {
            let mut chars = token.chars();
            match (chars.next() == Some(side), chars.next()) {
                (true, Some('.')) => hand.first.push(chars.as_str().to_owned()),
                (true, Some('_')) => hand.hidden.push(chars.as_str().to_owned()),
                _ => {}
            }
        }
        hand
    }

    /// As links write it.
    pub fn text(&self, side: char) -> String {
        let first = self.first.iter().map(|slug| format!("{side}.{slug}"));
        let hidden = self.hidden.iter().map(|slug| format!("{side}_{slug}"));
        first.chain(hidden).collect::<Vec<_>>().join("~")
    }

    /// With a line moved by one place among the lines as they stand.
    pub fn moved(&self, lines: &[&str], slug: &str, later: bool) -> Self {
        let mut order: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
        if let Some(at) = order.iter().position(|own| own == slug) {
            let to = if later { (at + 1).min(order.len() - 1) } else { at.saturating_sub(1) };
            order.swap(at, to);
        }
        self.in_order(lines, order)
    }

    /// With a line put before another of the lines as they stand, or behind all of them.
    pub fn put(&self, lines: &[&str], slug: &str, before: Option<&str>) -> Self {
        let moved = lines.contains(&slug) && before != Some(slug);
        let mut order: Vec<String> = Vec::new();
        for &line in lines {
            if moved && before == Some(line) {
                order.push(slug.to_owned());
            }
            if !moved || line != slug {
                order.push(line.to_owned());
            }
        }
        if moved && before.is_none() {
            order.push(slug.to_owned());
        }
        self.in_order(lines, order)
    }

    /// With the lines in another order than that in which they stand.
    fn in_order(&self, lines: &[&str], mut order: Vec<String>) -> Self {
        // What stands behind the last moved line keeps its own order, so the link stays short.
        let moved = order.iter().zip(lines).rposition(|(now, before)| now != before);
        order.truncate(moved.map_or(0, |last| last + 1).max(self.first.len()));
        Self { first: order, hidden: self.hidden.clone() }
    }

    /// With a line hidden.
    pub fn without(&self, slug: &str) -> Self {
        let mut hand = self.clone();
        hand.first.retain(|own| own != slug);
        hand.hidden.push(slug.to_owned());
        hand
    }

    /// Puts positions in order: those first that the hand names; hidden ones go.
    pub fn arrange(&self, order: Vec<usize>, slug: &dyn Fn(usize) -> String) -> Vec<usize> {
        let mut kept: Vec<usize> =
            order.into_iter().filter(|&at| !self.hidden.contains(&slug(at))).collect();
        kept.sort_by_key(|&at| {
            self.first.iter().position(|own| *own == slug(at)).unwrap_or(usize::MAX)
        });
        kept
    }
}

/// Orders of rows and columns that put like by like.
///
/// Reciprocal averaging: a row's score is the mean of its columns' scores weighed by the counts, and the
/// other way round, again and again; the scores settle at the first axis of correspondence analysis.
/// Source: M. O. Hill, "Reciprocal averaging: an eigenvector method of ordination", Journal of Ecology 61
/// (1973), 237–249. Lines without counts come last.
pub fn alike(counts: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let columns = counts.first().map_or(0, Vec::len);
    let weight = |row: usize, column: usize| {
        counts.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default() as f64
    };
    let row_sums: Vec<f64> =
        (0..counts.len()).map(|row| (0..columns).map(|column| weight(row, column)).sum()).collect();
    let column_sums: Vec<f64> =
        (0..columns).map(|column| (0..counts.len()).map(|row| weight(row, column)).sum()).collect();
    let total: f64 = row_sums.iter().sum();
    let mut column_scores: Vec<f64> = (0..columns).map(|at| at as f64).collect();
    let mut row_scores = vec![0.0; counts.len()];
    const ROUNDS: usize = 60;
    for _ in 0..ROUNDS {
        // Taking the mean out leaves the trivial solution, equal scores for all, behind.
        let mean: f64 = column_scores.iter().zip(&column_sums).map(|(s, w)| s * w).sum::<f64>()
            / total.max(1.0);
        column_scores.iter_mut().for_each(|score| *score -= mean);
        let size = column_scores.iter().fold(0.0_f64, |size, score| size.max(score.abs()));
        column_scores.iter_mut().for_each(|score| *score /= size.max(f64::MIN_POSITIVE));
        for (row, score) in row_scores.iter_mut().enumerate() {
            let sum: f64 =
                column_scores.iter().enumerate().map(|(column, s)| s * weight(row, column)).sum();
            *score = sum / row_sums.get(row).copied().unwrap_or_default().max(1.0);
        }
        for (column, score) in column_scores.iter_mut().enumerate() {
            let sum: f64 =
                row_scores.iter().enumerate().map(|(row, s)| s * weight(row, column)).sum();
            *score = sum / column_sums.get(column).copied().unwrap_or_default().max(1.0);
        }
    }
    (by_score(&row_scores, &row_sums), by_score(&column_scores, &column_sums))
}

fn by_score(scores: &[f64], sums: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    let of = |list: &[f64], at: usize| list.get(at).copied().unwrap_or_default();
    order.sort_by(|&a, &b| {
        let (empty_a, empty_b) = (of(sums, a) == 0.0, of(sums, b) == 0.0);
        empty_a.cmp(&empty_b).then(of(scores, a).total_cmp(&of(scores, b)))
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_stands_by_like() {
        // Two blocks, shuffled: rows 0 and 2 share columns 0 and 2, rows 1 and 3 share columns 1 and 3.
        let counts = vec![
            vec![5, 0, 4, 0],
            vec![0, 6, 0, 5],
            vec![4, 1, 5, 0],
            vec![0, 5, 0, 6],
            vec![0; 4],
        ];
        let (rows, columns) = alike(&counts);
        let place = |order: &[usize], line: usize| order.iter().position(|&at| at == line);
        let near = |order: &[usize], a, b| {
            place(order, a).zip(place(order, b)).is_some_and(|(a, b)| a.abs_diff(b) == 1)
        };
        assert!(near(&rows, 0, 2) && near(&rows, 1, 3), "{rows:?}");
        assert!(near(&columns, 0, 2) && near(&columns, 1, 3), "{columns:?}");
        assert_eq!(rows.last(), Some(&4), "a row without claims comes last");
    }

    #[test]
    fn a_line_moves_by_one_place_and_the_link_stays_short() {
        let lines = ["a", "b", "c", "d"];
        let hand = Hand::default().moved(&lines, "c", false);
        assert_eq!(hand.text('r'), "r.a~r.c~r.b");
        let order = hand.arrange(vec![0, 1, 2, 3], &|at| lines[at].to_owned());
        assert_eq!(order, [0, 2, 1, 3]);
        assert_eq!(Hand::default().moved(&lines, "a", false), Hand::default());
    }

    #[test]
    fn the_hand_is_read_as_it_was_written() {
        let hand = Hand { first: vec!["KZ-RU".into()], hidden: vec!["a_b".into()] };
        assert_eq!(Hand::read(&format!("{}~r.bases", hand.text('c')), 'c'), hand);
        assert_eq!(Hand::read("nonsense~~x", 'c'), Hand::default());
    }
}
