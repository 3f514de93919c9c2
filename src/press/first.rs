//! The first picture, as HTML: what the front page shows until its program stands. It is the page's own markup for the
//! view that a link without a query opens, so that the style sheets lay both out alike; the map alone is drawn in
//! another way, since nobody has measured its panel yet.

mod marks;
mod still;

use std::path::Path;

use c5_atlas::atlas::Atlas;
use c5_atlas::markup::{Markup, bar, legend, matrix, plate as ground, strip, written};
use c5_atlas::query::Filter;
use c5_atlas::scene::map::{MapScene, Plate, map};
use c5_atlas::scene::matrix::matrix as lay_out;
use c5_atlas::scene::summary::{About, sentence};
use c5_atlas::scene::timeline::{axis, histogram};
use c5_atlas::view::{Sheet, Tab};
use c5_atlas::words::Map;

pub(crate) use self::still::fill;
use self::still::still;
use super::file;

/// The whole of it.
pub(crate) fn picture(atlas: &Atlas) -> Result<String, String> {
    let filter = Filter::default();
    let scene = map(atlas, &filter);
    let bytes = file::bytes(&Path::new(env!("OUT_DIR")).join("still.pack"))?;
    let plate = Plate::read(&bytes).ok_or("still.pack is no map")?;
    let all = atlas.claims().len();

    let head = written(|m| {
        bar::header(m, atlas);
        bar::filters(m, atlas);
    });
    let head = head.replacen(
        &format!("data-tab=\"{}\"", Tab::default().slug()),
        "aria-current=\"page\"",
        1,
    );
    let panels = written(|m| {
        m.element("main", &[("class", "tab-overview")], |m| {
            m.element("section", &[("class", "map-panel"), ("aria-label", "Map")], |m| {
                m.element("div", &[("class", "map")], |m| {
                    plate_of(m, atlas, &plate, &scene);
                });
                m.element("div", &[("class", "legend")], |m| {
                    legend::powers(m, atlas, &scene);
                    legend::kinds(m, atlas.words(), &scene);
                });
            });
            matrix::panel(m, atlas.words());
        });
    });
    let table = written(|m| matrix::table(m, atlas, &lay_out(atlas, &filter)));
    // The keyboard scrolls it.
    let scrolled = "<section class=\"matrix-panel\"";
    let panels = panels.replacen(scrolled, &format!("{scrolled} tabindex=\"0\""), 1);
    let mut html = head + &panels;
    if let Some((span, counts)) = axis(atlas).zip(histogram(atlas, &filter)) {
        html += &written(|m| strip::strip(m, atlas.words(), span));
        html = fill(&html, "class=\"quiet outside\"", &strip::outside(atlas.words(), &counts))?;
        html = fill(&html, "class=\"quiet most\"", &strip::most(atlas.words(), &counts))?;
        html = fill(&html, "class=\"flag\"", "all years")?;
    }
    html = fill(&html, "class=\"summary", &sentence(atlas, &filter, About::Sites))?;
    html = fill(&html, "role=\"status\"", &bar::kept(atlas.words(), all, all))?;
    html = fill(&html, "class=\"matrix-scroll\"", &table)?;
    html = fill(&html, "class=\"overlay\"", &marks::written_for_all(atlas, &scene))?;
    Ok(still(&html))
}

/// The map: a picture of the frame's proportions, which the style sheet fits into the panel as the camera would.
fn plate_of(markup: &mut Markup, atlas: &Atlas, plate: &Plate, scene: &MapScene) {
    let frame = Sheet::Region.frame(f64::INFINITY);
    let km = [frame.min.x, frame.min.y, frame.width(), frame.height()].map(|km| km.to_string());
    let said = format!("Map of Central Asia with {} facilities", scene.sites.len());
    markup.element("div", &[("class", "fit"), ("role", "img"), ("aria-label", &said)], |m| {
        m.element("svg", &[("class", "world"), ("viewBox", &km.join(" "))], |m| {
            // The program takes both over, until it has a base map of its own.
            m.element("g", &[("class", "ground")], |m| ground::ground(m, atlas, plate));
            m.element("g", &[("class", "lines")], |m| ground::lines(m, atlas, plate));
        });
        m.leaf("svg", &[("class", "overlay")], "");
    });
    // Chromium's timeline says when it was painted: how anyone measures the first picture.
    let caption = [("class", "caption"), ("elementtiming", "first-picture")];
    markup.leaf("p", &caption, atlas.say(Map::Caption));
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = include_str!("../../style/first.css");

    #[test]
    fn the_style_sheet_fits_the_map_as_the_camera_does() {
        let (wide, narrow) = (Sheet::Region.frame(f64::INFINITY), Sheet::Region.frame(0.0));
        let shift = |wide: f64, narrow: f64, extent: f64| 100.0 * (wide - narrow) / extent - 50.0;
        let (to, from) = (wide.center(), narrow.center());
        for number in [
            format!("8px) * {:.5}); aspect-ratio: {0:.5};", wide.width() / wide.height()),
            format!("(100cqw - 8px) * {:.5},", wide.width() / narrow.width()),
            format!("(100cqh - 8px) * {:.5});", wide.width() / narrow.height()),
            format!(
                "translate: {:.4}% {:.4}%;",
                shift(to.x, from.x, wide.width()),
                shift(to.y, from.y, wide.height())
            ),
        ] {
            assert!(STYLES.contains(&number), "{number}");
        }
    }

    #[test]
    fn it_holds_the_map_and_the_matrix_and_nothing_that_waits_for_a_program() {
        let atlas = Atlas::embedded();
        let html = picture(&atlas).expect("the build made it");
        for part in
            ["class=\"land kz\"", "KAZAKHSTAN", "class=\"symbol\"", "<table", ">Partnership<"]
        {
            assert!(html.contains(part), "{part}");
        }
        let cells = html.matches("<td class=\"cell ").count();
        let laid = lay_out(&atlas, &Filter::default());
        assert_eq!(cells, laid.rows.iter().map(|row| row.cells.len()).sum::<usize>());
        for part in ["tabindex=\"-1\"", "data-", "role=\"grid", "style=", " hidden"] {
            assert!(!html.contains(part), "{part}");
        }
        assert_eq!(
            html.matches('<').count() - html.matches("/>").count() - html.matches("<input").count(),
            2 * html.matches("</").count()
        );
    }
}
