//! Pictures that leave the atlas: read by a renderer, and those of the mini atlas compared with golden files.

use c5_atlas::dataset::shapes::Layer;
use c5_atlas::export::Extract;
use c5_atlas::export::picture::{Frame, Plates, SHAPES, Subject, alt, svg};
use c5_atlas::export::sheet::sheet;
use c5_atlas::scene::map::{Part, Plate};

use crate::geo::part;
use crate::{export, golden, mini};

/// Pictures of every shape, light and dark, read by a renderer.
#[test]
fn an_svg_renderer_reads_every_picture() {
    let plate = Plate::embedded();
    let plates = Plates { base: &plate, far: None, valley: None };
    for (query, extract) in export::extracts() {
        for (subject, (shape, ..)) in
            Subject::ALL.into_iter().flat_map(|one| SHAPES.map(|shape| (one, shape)))
        {
            for dark in [false, true] {
                let frame = Frame::read(shape, dark);
                let drawn = svg(&extract, &plates, subject, frame);
                let tree = resvg::usvg::Tree::from_str(&drawn, &resvg::usvg::Options::default())
                    .unwrap_or_else(|error| panic!("{query} {subject:?} {shape}: {error}"));
                assert_eq!(
                    (f64::from(tree.size().width()), f64::from(tree.size().height())),
                    (frame.width, frame.height)
                );
                for of_page in ["class=", "var(", "<script", "<style", "data-", "<a "] {
                    assert!(!drawn.contains(of_page), "{query} {subject:?}: {of_page}");
                }
                // Every second part is the value of an attribute.
                let mut values = drawn.split('"').skip(1).step_by(2);
                let lost = values.find(|value| value.contains("NaN") || value.contains("inf"));
                assert_eq!(lost, None, "{query} {subject:?}");
                let release = format!("release {}", extract.atlas.version());
                assert!(drawn.contains(&release) && drawn.contains("Sources: "), "{query}");
            }
            assert!(alt(&extract, subject).contains(". C5 Atlas, release"));
        }
    }
}

/// Where only the valley is seen its own plate is drawn, with the credit that its licence asks for.
#[test]
fn a_picture_of_the_valley_is_drawn_from_its_own_plate_and_says_whose_it_is() {
    let (base, far, valley) = (part(Part::Base), part(Part::Far), part(Part::Valley));
    let plates = Plates { base: &base, far: Some(&far), valley: Some(&valley) };
    for (query, own) in [
        ("tab=map", false),
        ("tab=map&map=71.1~40.2~4", false),
        ("tab=map&map=71.1~40.2~7.5", true),
        ("tab=map&plate=fergana", true),
    ] {
        let extract =
            Extract::of(mini::atlas(), mini::texts(), query, export::ADDRESS, export::DAY);
        let drawn = svg(&extract, &plates, Subject::Map, Frame::read("wide", false));
        let enclave = valley.paths.iter().find(|path| path.layer == Layer::Enclaves);
        let enclave = enclave.expect("the valley has enclaves");
        assert_eq!(drawn.contains(&enclave.d), own, "{query}");
        assert_eq!(drawn.contains("OpenStreetMap"), own, "{query}");
        let border = base.paths.iter().find(|path| path.layer == Layer::Borders);
        let border = border.expect("the base map has borders");
        assert_eq!(drawn.contains(&border.d), !own, "{query}");
        // Every degree, and regions, only where the page has them.
        let close = query.contains("map=") || own;
        assert_eq!(drawn.contains(&base.fine_graticule), close, "{query}");
        let region = base.paths.iter().find(|path| path.layer == Layer::Regions);
        let region = region.expect("the base map has regions");
        assert_eq!(drawn.contains(&region.d), close && !own, "{query}");
        let asked = Plates::parts(&extract.view);
        assert!(!own || asked.contains(&Part::Valley), "{query}: {asked:?}");
    }
}

/// What is not the map, whose goldens are those of the page.
#[test]
fn pictures_of_the_mini_atlas_are_as_reviewed() {
    let plate = Plate::embedded();
    let plates = Plates { base: &plate, far: None, valley: None };
    let drawn = |subject: Subject, query: &str| {
        let own = Extract::of(mini::atlas(), mini::texts(), query, export::ADDRESS, export::DAY);
        svg(&own, &plates, subject, Frame::read("wide", false))
    };
    for (file, subject, query) in [
        ("picture-timeline.svg", Subject::Timeline, "tab=timeline"),
        ("picture-positions.svg", Subject::Positions, "tab=positions"),
        ("picture-scenarios.svg", Subject::Scenarios, "tab=scenarios"),
    ] {
        golden::check_of(file, &drawn(subject, query), 32 * 1024);
    }
}

#[test]
fn a_picture_counts_what_it_is_drawn_from_and_says_what_has_no_room() {
    let plate = Plate::embedded();
    let plates = Plates { base: &plate, far: None, valley: None };
    let (atlas, texts) = mini::published();
    let drawn = |subject: Subject, query: &str| {
        let own = Extract::of(atlas, texts, query, export::ADDRESS, export::DAY);
        (svg(&own, &plates, subject, Frame::read("wide", false)), alt(&own, subject))
    };
    let (chain, said) =
        drawn(Subject::Scenarios, "tab=scenarios&focus=evsikov-kg-failure-regional-risk");
    assert!(chain.contains("2 of 1,728 claims") && said.contains("2 claims and 1 arrow"), "{said}");
    assert!(said.contains("Leads to:"), "{said}");
    let lens = "lens=tkachenko-2024~laruelle-kortunov-2019";
    let (table, _) = drawn(Subject::Positions, &format!("tab=positions&{lens}"));
    let (only, _) = drawn(Subject::Positions, &format!("tab=positions&{lens}~second-only"));
    let (matrix, _) = drawn(Subject::Matrix, &format!("tab=matrix&{lens}"));
    // The half disc of the first alone: once in the key.
    let signs = |picture: &str| picture.matches("M0-4.2A4.2 4.2 0 0 0 0 4.2Z").count();
    for picture in [&table, &only, &matrix] {
        assert!(picture.contains("◐ Tkachenko (2024) against ◑ Laruelle and Kortunov (2019)"));
        assert!(picture.contains("Tkachenko (2024) alone"), "the key names both");
    }
    assert!(signs(&table) > 5 && signs(&matrix) > 5);
    assert_eq!(signs(&only), 1, "what is not asked for is not drawn");
    let (lanes, said) = drawn(Subject::Timeline, "tab=timeline&lanes=category");
    assert!(lanes.contains("more lanes"), "no count of lanes");
    assert!(said.contains("without a date, possible in any year"), "{said}");
    let (table, said) = drawn(Subject::Positions, "tab=positions");
    assert!(table.contains(" of 40 issues"), "no count of issues");
    assert!(said.contains("Russia and United States:"), "{said}");
}

#[test]
fn the_date_is_said_once_where_name_and_filters_stand_together() {
    let (atlas, texts) = mini::published();
    let taken = Extract::of(atlas, texts, "tab=map&at=2012", export::ADDRESS, export::DAY);
    let cited = taken.take("chicago").expect("a citation");
    let cited = String::from_utf8(cited.bytes).expect("it is UTF-8");
    let sheet = sheet(&taken, "");
    let head = sheet.split("class=\"said\"").next().unwrap_or_default();
    for (said, what) in [(cited.lines().next().unwrap_or_default(), "citation"), (head, "sheet")] {
        assert_eq!(said.matches("as of 2012").count(), 1, "{what}: {said}");
    }
}

#[test]
fn the_key_of_a_map_tells_the_symbols_that_are_on_it() {
    let plate = Plate::embedded();
    let plates = Plates { base: &plate, far: None, valley: None };
    let (atlas, texts) = mini::published();
    let drawn = |query: &str| {
        let taken = Extract::of(atlas, texts, query, export::ADDRESS, export::DAY);
        svg(&taken, &plates, Subject::Map, Frame::read("wide", false))
    };
    let (sites, posts) = (drawn("tab=map"), drawn("tab=map&layers=posts"));
    for (words, on_sites) in [(">air base<", true), (">Diplomatic posts<", false)] {
        assert_eq!(sites.contains(words), on_sites, "{words}");
        assert_eq!(posts.contains(words), !on_sites, "{words}");
    }
    assert!(!posts.contains(">closed<"));

    // Shades and patterns, those that are on the map and no others; the title says of what.
    let shaded = drawn("tab=map&measure=partnership~RU&layers=sites~CSTO");
    assert!(!sites.contains("url(#key-"));
    for (words, is_told) in [
        (">alliance<", true),
        (">no claim<", true),
        (">enhanced strategic<", false),
        (">member<", true),
        ("Partnership, Russia · CSTO · Facilities", true),
    ] {
        assert_eq!(shaded.contains(words), is_told, "{words}");
    }
    assert!(shaded.contains("id=\"key-member\"") && shaded.contains("url(#key-member)"));
}
