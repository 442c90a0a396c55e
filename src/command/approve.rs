//! `fairlode approve`: a reviewer of another organisation approves a disclosure.

use api::store::Store;
use api::workflow::{HarmCheck, Moment, Reviewer, approve};

use super::open;
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::people;
use crate::settings::Settings;

/// Approves it; what is approved goes into the next release.
pub async fn run(settings: &Settings, code: &str, actor: &str, no_harm: bool, lang: Lang) -> Result<(), Failure> {
    let store = open(settings).await?;
    let reviewer = people::reviewer(&store, actor).await?;
    if !no_harm {
        return Err(Failure::blocked(
            "Approving needs the reviewer's word: with --no-harm you confirm that no figure names a person, that no place \
             or date points to one, and that no paper was held by one person only.",
            "Approuver demande la parole du relecteur : avec --no-harm vous confirmez qu’aucun chiffre ne nomme une personne, \
             qu’aucun lieu ni aucune date n’en désigne une, et qu’aucun papier n’était détenu par une seule personne.",
        ));
    }
    let code = approved(&store, &reviewer, code).await?;
    print(&pick(
        lang,
        format!("{code}: approved; it goes into the next release.\n"),
        format!("{code} : approuvée ; elle sera dans la prochaine édition.\n"),
    ))
}

/// Approves with every point of the harm check confirmed.
pub async fn approved(store: &Store, reviewer: &Reviewer, code: &str) -> Result<String, Failure> {
    // A code read over a telephone is forgiven its case and its look-alikes.
    let code = reconcile::read_code(code).unwrap_or_else(|| code.to_owned());
    let confirmed = HarmCheck {
        no_person_named: true,
        no_place_that_is_a_person: true,
        no_date_that_points_to_one: true,
        no_paper_held_by_one_person: true,
    };
    Ok(approve(store, reviewer, &code, confirmed, Moment::now()).await?.code)
}
