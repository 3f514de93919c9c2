//! The pictures that stand for a link where it is shown: the atlas' own map with what the page is
//! about, 1200 by 630 px.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use c5_atlas::atlas::Atlas;
use c5_atlas::geo::{Bounds, Camera, MapPoint, Rect, ScreenPoint, Size};
use c5_atlas::markup::{map as drawing, plate as sheet, px, written};
use c5_atlas::query::{Facet, Filter};
use c5_atlas::scene::map::{MapScene, Plate, layout, map};
use c5_atlas::words::Count;
use resvg::usvg::fontdb::Database;

use super::super::{file, picture};
use super::Kind;

/// The picture of whatever has none of its own.
pub(super) const GENERAL: &str = "atlas";

const SIZE: Size = Size { width: 1200.0, height: 630.0 };

/// The title's column, px; the map has the rest.
const COLUMN: f64 = 400.0;

/// What a picture of the whole shows, km from the projection's origin.
const FRAME: Bounds =
    Bounds { min: MapPoint::new(-1560.0, -1200.0), max: MapPoint::new(1560.0, 1160.0) };

/// How much of the plane a picture of one place shows, km to each side.
const AROUND_KM: f64 = 420.0;

/// What one picture shows.
struct Card {
    title: String,
    line: String,
    scene: MapScene,
    frame: Bounds,
}

/// The pictures of a site, by name.
pub(super) struct Cards {
    cards: BTreeMap<String, Card>,
    fonts: Arc<Database>,
    colours: Vec<(String, String)>,
}

impl Cards {
    /// Lays them out: pairs, the states and powers, the sites on the map, and the general one.
    pub(super) fn of(project: &Path, atlas: &Atlas) -> Result<Self, String> {
        let whole = map(atlas, &Filter::default());
        let mut cards = BTreeMap::new();
        let claims = |count: usize| atlas.count(count, Count::Claims);
        let mut add = |name: String, title: &str, line: String, scene: MapScene, frame: Bounds| {
            cards.insert(name, Card { title: title.to_owned(), line, scene, frame });
        };
        let index = atlas.index();
        for dyad in atlas.dyads() {
            let mut filter = Filter::default();
            for (facet, actor) in [(Facet::State, dyad.state), (Facet::Power, dyad.power)] {
                facet
                    .read(atlas, atlas.actor(actor).slug)
                    .into_iter()
                    .for_each(|value| filter.toggle(value));
            }
            let count = dyad.claims(atlas).len();
            let name = own_name(Kind::Dyad, &dyad.slug(atlas));
            add(name, &dyad.name(atlas), claims(count), map(atlas, &filter), FRAME);
        }
        for (facet, actors) in [(Facet::State, atlas.states()), (Facet::Power, atlas.powers())] {
            for &actor in actors {
                let record = atlas.actor(actor);
                let mut filter = Filter::default();
                facet.read(atlas, record.slug).into_iter().for_each(|value| filter.toggle(value));
                let count = claims(index.actor(actor).len());
                add(
                    own_name(Kind::Entity, record.slug),
                    record.name,
                    count,
                    map(atlas, &filter),
                    FRAME,
                );
            }
        }
        for site in &whole.sites {
            let side = MapPoint::new(AROUND_KM * 1.6, AROUND_KM);
            let frame = Bounds {
                min: MapPoint::new(site.at.x - side.x, site.at.y - side.y),
                max: MapPoint::new(site.at.x + side.x, site.at.y + side.y),
            };
            let record = atlas.place(site.place);
            let country =
                record.country.map(|country| atlas.actor(country).name).unwrap_or_default();
            let name = own_name(Kind::Place, record.slug);
            add(name, record.name, country.to_owned(), whole.clone(), frame);
        }
        let purpose = "Who does what with Central Asia, and who says so".to_owned();
        add(GENERAL.to_owned(), "C5 Atlas", purpose, whole, FRAME);

        let mut fonts = Database::new();
        for weight in ["400Regular", "700Bold"] {
            let path = project.join(format!(
                "node_modules/@expo-google-fonts/source-sans-3/{weight}/SourceSans3_{weight}.ttf"
            ));
            let font = file::bytes(&path).map_err(|error| format!("{error}; run 'make setup'"))?;
            fonts.load_font_data(font);
        }
        let tokens = file::read(&project.join("style/tokens.css"))?;
        Ok(Self { cards, fonts: Arc::new(fonts), colours: light(&tokens) })
    }

    /// The picture's name for a thing, if it has one of its own.
    pub(super) fn name(&self, kind: Kind, slug: &str) -> String {
        let own = own_name(kind, slug);
        if self.cards.contains_key(&own) { own } else { GENERAL.to_owned() }
    }

    /// Every picture as a PNG file, by name.
    pub(super) fn pictures(&self, atlas: &Atlas) -> Result<Vec<(&str, Vec<u8>)>, String> {
        let plate = Plate::embedded();
        let drawn = self.cards.iter().map(|(name, card)| {
            let svg = self.svg(atlas, &plate, card);
            Ok((name.as_str(), picture::png(&svg, SIZE.width as u32, Some(&self.fonts))?))
        });
        drawn.collect()
    }

    fn svg(&self, atlas: &Atlas, plate: &Plate, card: &Card) -> String {
        let room = Size::new(SIZE.width - COLUMN, SIZE.height);
        let fitted = Camera::fit(card.frame, room, 10.0);
        let zoom = if card.frame == FRAME { 0.0 } else { 1.5 };
        // The map fills the picture, its middle right of the column.
        let center = MapPoint::new(fitted.center.x - COLUMN / 2.0 / fitted.scale, fitted.center.y);
        let camera = Camera { center, ..fitted };
        let column = Rect::new(0.0, 0.0, COLUMN, SIZE.height);
        let laid = layout(atlas, &card.scene, camera, SIZE, zoom, &[column]);
        let place = |text: String| moved(&text, |at| camera.screen_from_map(at, SIZE));
        // Lines keep their width on the screen, which the program that draws does not do by itself.
        let thin = 1.0 / (camera.scale * plate.quantum_km);
        let style = self.coloured(
            &STYLE
                .replace("@THIN@", &format!("{thin:.3}"))
                .replace("@DASH@", &format!("{:.3} {:.3}", 4.0 * thin, 2.5 * thin)),
        );
        let ground = written(|m| sheet::ground(m, atlas, plate));
        let lines = written(|m| sheet::lines(m, atlas, plate));
        let marks = place(written(|m| drawing::marks(m, atlas, &card.scene, &laid)));
        let words = written(|m| {
            let mut y = 250.0;
            for line in wrapped(&card.title, 17) {
                m.leaf("text", &[("class", "title"), ("x", "48"), ("y", &px(y))], &line);
                y += 54.0;
            }
            for line in wrapped(&card.line, 32) {
                m.leaf("text", &[("class", "line"), ("x", "48"), ("y", &px(y))], &line);
                y += 32.0;
            }
            let foot = format!("C5 Atlas · release {}", atlas.version());
            m.leaf("text", &[("class", "line"), ("x", "48"), ("y", "582")], &foot);
            m.leaf(
                "text",
                &[("class", "caption"), ("x", "1184"), ("y", "616")],
                "Disputed borders dashed; no endorsement",
            );
        });
        let world = sheet::world_transform(camera, SIZE);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><style>{style}</style>\
             <rect class=\"sheet\" width=\"1200\" height=\"630\"/>\
             <g class=\"world\" transform=\"{world}\">{ground}{lines}</g>\
             <g class=\"overlay\">{marks}</g>\
             <rect class=\"column\" width=\"{COLUMN}\" height=\"630\"/>\
             <path class=\"mark\" d=\"M72 64l24 48H48z\"/>{words}</svg>"
        )
    }

    /// Names of tokens as the colours that they have in the light theme.
    fn coloured(&self, style: &str) -> String {
        self.colours.iter().fold(style.to_owned(), |style, (name, colour)| {
            style.replace(&format!("var({name})"), colour)
        })
    }
}

/// The tokens of a style sheet with two themes, and the first value of each.
fn light(tokens: &str) -> Vec<(String, String)> {
    let declared = tokens.split([';', '{']).filter_map(|part| part.split_once(": light-dark("));
    declared
        .filter_map(|(name, values)| {
            Some((name.trim().to_owned(), values.split_once(',')?.0.to_owned()))
        })
        .collect()
}

/// Groups that carry their place on the plane, moved to where it is shown.
fn moved(text: &str, screen: impl Fn(MapPoint) -> ScreenPoint) -> String {
    let mut parts = text.split("data-x=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let numbers = part.split_once("\" data-y=\"").and_then(|(x, rest)| {
            let (y, rest) = rest.split_once('"')?;
            Some((x.parse::<f64>().ok()?, y.parse::<f64>().ok()?, rest))
        });
        if let Some((x, y, rest)) = numbers {
            let at = screen(MapPoint::new(x / 10.0, y / 10.0));
            out += &format!("transform=\"translate({} {})\"{rest}", px(at.x), px(at.y));
        }
    }
    out
}

/// A text in lines of at most so many signs, broken between words.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').flat_map(|word| word.split_inclusive('–')) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                if !line.ends_with('–') {
                    line.push(' ');
                }
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The looks of the map in `style/map.css`, as far as a picture needs them and its program knows them.
const STYLE: &str = "
.sheet { fill: var(--land); } .column { fill: var(--paper); fill-opacity: 0.94; } .mark { fill: var(--accent); stroke: var(--ink); stroke-width: 2; }
.title { font: 700 46px 'Source Sans 3'; fill: var(--ink); } .line { font: 400 23px 'Source Sans 3'; fill: var(--ink-2); } .caption { font-size: 14px; text-anchor: end; fill: var(--ink-2); }
text { font-family: 'Source Sans 3'; }
.world path { fill: none; stroke-linejoin: round; }
.world .land { fill: var(--land); fill-rule: evenodd; } .world .kz { fill: var(--kz); } .world .kg { fill: var(--kg); } .world .tj { fill: var(--tj); } .world .tm { fill: var(--tm); } .world .uz { fill: var(--uz); }
.world .sea, .world .caspian, .world .lakes { fill: var(--water); fill-rule: evenodd; }
.world .coast { stroke: var(--coast); stroke-width: @THIN@; } .world .river { stroke: var(--river); stroke-width: @THIN@; }
.world .border { stroke: var(--border); stroke-width: @THIN@; opacity: 0.6; } .world .border.state { opacity: 1; } .world .border.disputed { stroke-dasharray: @DASH@; }
.area-name { fill: var(--ink-2); text-anchor: middle; } .area-name.water { fill: var(--water-text); font-style: italic; }
.label { font-size: 15px; fill: var(--ink); paint-order: stroke; stroke: var(--land); stroke-width: 3px; stroke-linejoin: round; }
.town .label { font-size: 13px; fill: var(--ink-2); } .capital .label { font-size: 16px; font-weight: 700; fill: var(--ink); }
.ring { fill: var(--panel); stroke: var(--ink); stroke-width: 1.2; } .dot { fill: var(--ink); } .leader { stroke: var(--ink-2); stroke-width: 0.8; } .foot { fill: var(--ink); }
.hit, .halo { fill: none; }
.symbol { stroke: var(--panel); stroke-width: 1.2; paint-order: stroke; fill: var(--ink-2); }
.power-ru .symbol { fill: var(--ru); } .power-cn .symbol { fill: var(--cn); } .power-us .symbol { fill: var(--us); }
.closed .symbol, .planned .symbol { fill: var(--panel); stroke: var(--ink-2); }
.power-ru.closed .symbol, .power-ru .stroked { stroke: var(--ru); } .power-us.closed .symbol { stroke: var(--us); } .power-cn.planned .symbol { stroke: var(--cn); }
.wedge { fill: var(--ink); } .tag { font-size: 11px; font-weight: 700; }
";

/// The name of a thing's own picture.
fn own_name(kind: Kind, slug: &str) -> String {
    format!("{}-{slug}", kind.folder())
}
