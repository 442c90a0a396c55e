//! How to use the data: ask the API, take a table, cite, and under which licence.

use cynic::QueryBuilder;
use maud::{Markup, html};

use super::{Reply, framed, here, only, released};
use crate::address::{Address, Form, Page};
use crate::problem::Problem;
use crate::query::ReleaseVariables;
use crate::query::release::ReleaseNamed;
use crate::site::{Here, Site};

const EXAMPLE: &str = r#"{
  gaps(first: 5, filter: { country: "ZW" }, sort: AMOUNT_DESC) {
    totalCount
    nodes { code kind amount percent currency
      comparison { payer { nameEn } recipient { nameEn } } }
  }
}"#;

/// Answers.
pub async fn answer(site: &Site, address: &Address) -> Result<Reply, Problem> {
    only(address, &[Form::Html])?;
    let found = site.ask(ReleaseNamed::build(ReleaseVariables { release: address.reading.release })).await?;
    let here = here(site, address, released(found.release)?);
    framed(here.clone(), here.pick("Data", "Données"), body(&here))
}

fn body(here: &Here) -> Markup {
    let api = &here.config.api_origin;
    html! {
        h1 { (here.pick("Data", "Données")) }
        p.lede { (here.pick(
            "These pages read a public GraphQL API. You can ask it everything they ask, and more.",
            "Ces pages lisent une API GraphQL publique. Vous pouvez lui demander tout ce qu’elles demandent, et plus.",
        )) }
        h2 { (here.pick("Ask the API", "Interroger l’API")) }
        p {
            (here.pick("Send a question by GET or POST to ", "Envoyez une question par GET ou POST à "))
            code { (api) "/graphql" }
            (here.pick(". No account is needed to read. ", ". Aucun compte n’est nécessaire pour lire. "))
            a href={ (api) "/schema.graphql" } { (here.pick("The schema", "Le schéma")) }
            (here.pick(" names every field.", " nomme chaque champ."))
        }
        pre.code tabindex="0" { code { (EXAMPLE) } }
        ul {
            li { (here.pick(
                "Amounts are strings of digits, exact, as published. Do not read them into a floating-point number.",
                "Les montants sont des chaînes de chiffres, exactes, telles que publiées. Ne les lisez pas comme des \
                    nombres à virgule flottante.",
            )) }
            li { (here.pick(
                "Where there is no amount, it is null beside a word for its absence. Never read null as zero.",
                "Là où il n’y a pas de montant, il est nul à côté d’un mot qui dit son absence. Ne lisez jamais cela \
                    comme zéro.",
            )) }
            li { (here.pick(
                "Add release: 1 to any root field to read as of that release, for ever.",
                "Ajoutez release: 1 à tout champ de premier rang pour lire cette édition, pour toujours.",
            )) }
        }
        h2 { (here.pick("Take a table", "Prendre un tableau")) }
        p { (here.pick(
            "Country, mine, party and gap pages also answer as .csv and .json; gaps and comparisons as .svg.",
            "Les pages de pays, de mine, d’acteur et d’écart répondent aussi en .csv et .json\u{202f}; les écarts et \
                comparaisons en .svg.",
        )) " " (here.pick("For example: ", "Par exemple\u{202f}: ")) code { (here.reading.path_as(&Page::Country("ZW".to_owned()), Form::Csv)) } }
        h2 { (here.pick("Cite", "Citer")) }
        p { (here.pick(
            "Cite the code and the release. Codes never change; an address with its release always shows the same. \
                When you publish a figure, publish its source, its date and its note with it.",
            "Citez le code et l’édition. Les codes ne changent jamais\u{202f}; une adresse avec son édition montre \
                toujours la même chose. Quand vous publiez un chiffre, publiez avec lui sa source, sa date et sa note.",
        )) }
        h2 { (here.pick("Licences", "Licences")) }
        p { (here.pick(
            "The software is free under MIT or Apache-2.0, as you choose. The licence of the compiled data is the \
                Coalition’s to choose, and it has not been chosen yet. The facts and figures themselves belong to \
                nobody; each names its source.",
            "Le logiciel est libre, sous MIT ou Apache-2.0, à votre choix. La licence des données compilées revient à \
                la Coalition, qui ne l’a pas encore choisie. Les faits et les chiffres n’appartiennent à \
                personne\u{202f}; chacun nomme sa source.",
        )) }
    }
}
