//! Native tests of the whole: the dataset, what is computed from it, what links hold, how pictures
//! look, who may use whom. What concerns one function only stands beside that function.

mod check;
mod codebook;
mod colours;
mod contents;
mod crosstab;
mod data;
mod documented;
mod export;
mod figures;
mod geo;
mod golden;
mod intl;
mod keys;
mod lay;
mod layers;
mod lens;
mod links;
mod many;
mod mini;
mod mutations;
mod overlay;
mod pictures;
mod plates;
mod positions;
mod query;
mod russian;
mod rust;
mod scenarios;
mod scene;
mod search;
mod since;
mod study_time;
mod time;
mod tours;
mod words;
