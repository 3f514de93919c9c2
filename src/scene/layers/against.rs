//! The map's marks as two documents tell them.

use super::{Flow, Member, Overlay, Step, areas, coding, flows, members};
use crate::atlas::{Atlas, ClaimId, Dyad};
use crate::query::lens::counts;
use crate::query::standing::{SiteStatus, site_status, standing_under};
use crate::query::{Compared, Filter, Lens, Relation, Standing, Subject};
use crate::scene::against;
use crate::scene::matrix::claims_of_pair;

impl Overlay {
    /// Says of every mark which of two documents tells it, and leaves out what is not asked for. The overlay is that of
    /// `filter`, which keeps these two documents alone.
    pub fn compare(&mut self, atlas: &Atlas, filter: &Filter, compared: &Compared) {
        let lens = compared.lens;
        let [one, other] = lens.each(atlas, filter);
        self.compare_sites(atlas, [filter, &one, &other], compared);
        for point in &mut self.points {
            let told = compared.relation(point.claims.iter().copied());
            tell(atlas, lens, told, &mut point.told, &mut point.spoken);
        }
        if let Some(measure) = self.measure {
            let [first, second] = [&one, &other].map(|filter| areas(atlas, filter, measure));
            for ((area, first), second) in self.told.areas.iter_mut().zip(first).zip(second) {
                let dyad = Dyad { state: area.state, power: measure.power };
                let claims = claims_of_pair(atlas, filter, dyad, measure.category);
                let coded = coding(atlas, measure).is_some()
                    && [first.step, second.step].iter().all(|step| matches!(step, Step::Shade(_)));
                let told = compared.relation(claims.iter());
                let told =
                    if coded && first.label != second.label { Relation::Differ } else { told };
                tell(atlas, lens, told, &mut area.told, &mut area.spoken);
            }
        }
        if let Some(organisation) = self.layers.organisation {
            let [first, second] = [&one, &other].map(|filter| members(atlas, filter, organisation));
            let standings = standing_under(atlas, &filter.of_anyone());
            for ((member, first), second) in self.told.members.iter_mut().zip(first).zip(second) {
                let subject = Subject::Membership { member: member.state, organisation };
                let told = compared.relation(claims_of(&standings, subject));
                let known = [&first, &second].into_iter().all(Member::is_known);
                let differ = known && first.membership != second.membership;
                let told = if differ { Relation::Differ } else { told };
                tell(atlas, lens, told, &mut member.told, &mut member.spoken);
            }
        }
        let kept = filter.run(atlas).kept;
        for route in &mut self.told.routes {
            let claims = atlas.route(route.route).claims.iter().copied();
            let told = compared.relation(claims.filter(|&claim| kept.contains(claim)));
            tell(atlas, lens, told, &mut route.told, &mut route.spoken);
        }
        self.compare_flows(atlas, [filter, &one, &other], compared);
        self.compared = Some((lens, counts(self.relations())));
        if lens.only.is_some() {
            self.base.sites.retain(|site| site.told == lens.only);
            self.points.retain(|point| point.told == lens.only);
            self.told.areas.retain(|area| area.told == lens.only);
            self.told.members.retain(|member| member.told == lens.only);
            self.told.routes.retain(|route| route.told == lens.only);
            self.told.flows.retain(|flow| flow.told == lens.only);
        }
    }

    /// A site differs, too, where one document has it open and the other closed.
    fn compare_sites(&mut self, atlas: &Atlas, filters: [&Filter; 3], compared: &Compared) {
        let [all, one, other] = filters.map(|filter| standing_under(atlas, filter));
        for site in &mut self.base.sites {
            let subject = Subject::Facility { place: site.place, operator: site.operator };
            let told = compared.relation(claims_of(&all, subject));
            let status = |standings: &[Standing]| {
                let own = standings.iter().find(|standing| standing.subject == subject);
                let status = own.and_then(|standing| site_status(atlas, standing));
                // That one of them is less sure is no other account.
                status.map(|own| if own == SiteStatus::Possible { SiteStatus::Open } else { own })
            };
            let differ = status(&one).zip(status(&other)).is_some_and(|(a, b)| a != b);
            let told = if differ { Relation::Differ } else { told };
            tell(atlas, compared.lens, told, &mut site.told, &mut site.spoken);
        }
    }

    /// A flow differs, too, where the two code other values of the pair.
    fn compare_flows(&mut self, atlas: &Atlas, filters: [&Filter; 3], compared: &Compared) {
        if self.told.flows.is_empty() {
            return;
        }
        let measure = self.measure;
        let category = measure.and_then(|measure| measure.category);
        let [filter, one, other] = filters;
        let [first, second] =
            [one, other].map(|filter| flows(atlas, filter, &filter.run(atlas), measure));
        for flow in &mut self.told.flows {
            let value = |flows: &[Flow]| {
                let own = flows.iter().find(|own| own.dyad == flow.dyad);
                own.and_then(|own| own.value.clone())
            };
            let values = value(&first).zip(value(&second));
            let claims = claims_of_pair(atlas, filter, flow.dyad, category);
            let told = compared.relation(claims.iter());
            let differ = values.is_some_and(|(one, other)| one != other);
            let told = if differ { Relation::Differ } else { told };
            tell(atlas, compared.lens, told, &mut flow.told, &mut flow.spoken);
        }
    }

    /// How every mark is told that one of the two tells.
    fn relations(&self) -> impl Iterator<Item = Relation> {
        let Self { base, points, told, .. } = self;
        let sites = base.sites.iter().map(|site| site.told);
        let points = points.iter().map(|point| point.told);
        let areas = told.areas.iter().map(|area| area.told);
        let members = told.members.iter().map(|member| member.told);
        let routes = told.routes.iter().map(|route| route.told);
        let flows = told.flows.iter().map(|flow| flow.told);
        sites.chain(points).chain(areas).chain(members).chain(routes).chain(flows).flatten()
    }
}

fn claims_of(standings: &[Standing], subject: Subject) -> impl Iterator<Item = ClaimId> {
    let own = standings.iter().filter(move |standing| standing.subject == subject);
    own.flat_map(Standing::ids)
}

fn tell(
    atlas: &Atlas,
    lens: Lens,
    relation: Relation,
    told: &mut Option<Relation>,
    said: &mut String,
) {
    if relation != Relation::Silent {
        *told = Some(relation);
        said.push_str(&against::spoken(atlas, lens, relation));
    }
}
