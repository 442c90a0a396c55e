//! `fairlode import`: sends a pack or a file of claims in, as a named person.

use std::path::Path;

use api::store::Store;
use api::workflow::{Member, Moment, Submitted, submit_claims, submit_pack};
use intake::{Limits, PackFiles, Severity};

use super::open;
use crate::cli::Format;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::output::{print, tell};
use crate::settings::Settings;
use crate::{pack, people};

/// Sends it in, and prints the code by which someone else approves it.
pub async fn run(
    settings: &Settings,
    path: &Path,
    format: Option<Format>,
    actor: &str,
    lang: Lang,
) -> Result<(), Failure> {
    let store = open(settings).await?;
    let member = people::member(&store, actor).await?;
    let submitted = if path.is_dir() && format.is_none() {
        send_pack(&store, &member, pack::files(path, Limits::local())?).await?
    } else {
        send_claims(&store, &member, path).await?
    };
    let is_new = submitted.is_new;
    let (code, claims) = accepted(submitted, lang)?;
    print(&match (is_new, lang) {
        (true, Lang::En) => {
            format!("{code}: {claims} claims sent in; someone of another organisation may approve them.\n")
        }
        (true, Lang::Fr) => {
            format!("{code} : {claims} déclarations déposées ; une autre organisation peut les approuver.\n")
        }
        (false, Lang::En) => format!("{code}: these bytes were sent in before; nothing was added.\n"),
        (false, Lang::Fr) => format!("{code} : ces octets ont déjà été déposés ; rien n’a été ajouté.\n"),
    })
}

/// Sends a whole pack in.
pub async fn send_pack(store: &Store, member: &Member, files: PackFiles) -> Result<Submitted, Failure> {
    Ok(submit_pack(store, member, files, &Limits::local(), Moment::now()).await?)
}

async fn send_claims(store: &Store, member: &Member, path: &Path) -> Result<Submitted, Failure> {
    let limits = Limits::default();
    let bytes = pack::file(path, limits.bytes).map_err(|error| {
        let shown = path.display();
        Failure::unusable(format!("The file {shown} cannot be read."), format!("Le fichier {shown} est illisible."))
            .because(error)
    })?;
    Ok(submit_claims(store, member, bytes, &limits, Moment::now()).await?)
}

/// The disclosure's code and how many claims it holds. Findings are told, and without a disclosure nothing was kept.
pub fn accepted(submitted: Submitted, lang: Lang) -> Result<(String, i64), Failure> {
    tell(&submitted.findings, Severity::ShouldCheck, lang);
    let disclosure = submitted.disclosure.ok_or_else(|| {
        Failure::blocked(
            "Nothing was imported: an import is all or nothing, and there are findings to fix first.",
            "Rien n’a été importé : un dépôt vaut en entier ou pas du tout, et des constats sont à régler d’abord.",
        )
    })?;
    Ok((disclosure.code, disclosure.claim_count))
}
