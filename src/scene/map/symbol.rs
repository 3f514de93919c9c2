//! One shape a kind of facility.

use crate::atlas::term::FacilityKind;

/// The path text of a kind's symbol, in a box of 13 px about its middle. All but the seismic
/// trace are closed shapes.
pub fn symbol_path(kind: FacilityKind) -> &'static str {
    match kind {
        FacilityKind::AirBase => "M0-6.2L6.2 5H-6.2Z",
        FacilityKind::GroundBase => "M-5-5H5V5H-5Z",
        FacilityKind::Radar => "M-6.5 3A6.5 6.5 0 0 1 6.5 3Z",
        FacilityKind::SpaceSurveillance => {
            "M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6ZM0-2.4A2.4 2.4 0 1 0 0 2.4A2.4 2.4 0 1 0 0-2.4Z"
        }
        FacilityKind::Cosmodrome => "M0-7.5C2.6-5 3-2.5 3 1L5.4 5.5H-5.4L-3 1C-3-2.5-2.6-5 0-7.5Z",
        FacilityKind::TestRange => "M0-6.5L6.5 0L0 6.5L-6.5 0Z",
        FacilityKind::NavalTestSite => "M0 6.2L6.2-5H-6.2Z",
        FacilityKind::Communications => "M-6-5.5H6V-2.2H1.7V6H-1.7V-2.2H-6Z",
        FacilityKind::Seismic => "M-7 0H-4L-2-6L1.5 6L3.5-1.5L4.5 0H7",
        FacilityKind::MeasuringStation => "M-3.2-5.6H3.2L6.4 0L3.2 5.6H-3.2L-6.4 0Z",
        FacilityKind::AviationRegiment => "M0-5.5L6.5 1V5.5L0-1L-6.5 5.5V1Z",
        FacilityKind::TransitCentre => "M-6-5H1L6.5 0L1 5H-6L-3 0Z",
        FacilityKind::TrainingCentre => "M0-6.5L6-1.5V5.5H-6V-1.5Z",
        FacilityKind::Logistics => "M-6-5.5H-1V-0.5H6V5.5H-6Z",
    }
}
