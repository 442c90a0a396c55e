//! `fairlode demo`: the casebook in a fresh database, through the same workflow as any upload, then served.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use api::store::Store;
use api::workflow::{Moment, ReleaseNote, Role, publish};
use tempfile::TempDir;

use super::{approve, import, serve, user};
use crate::failure::Failure;
use crate::lang::{Lang, pick};
use crate::output::print;
use crate::serving::{Door, start_log};
use crate::settings::{Settings, make_folder, unwritable};
use crate::{casebook, people};

/// The database's name in the demo's folder.
const DATABASE: &str = "fairlode-demo.sqlite";
/// Who acts in the demo: name, role, and an organisation of their own, so that nobody reviews their own.
const CAST: [(&str, Role, &str); 3] = [
    ("member", Role::Member, "Casebook editors"),
    ("reviewer", Role::Reviewer, "Independent readers"),
    ("coordinator", Role::Coordinator, "Coalition secretariat"),
];

/// A demo is looked at, not operated: one line for each request would drown what it prints.
pub fn defaults() -> Settings {
    Settings { log: "warn".to_owned(), ..Settings::default() }
}

/// Imports, publishes, serves, and prints where to look.
pub async fn run(settings: &Settings, data: Option<&Path>, lang: Lang) -> Result<(), Failure> {
    let door = Door::open(settings.listen)?;
    let folder = Folder::fresh(data)?;
    let store = Store::open(&format!("sqlite://{}", folder.path().join(DATABASE).display())).await?;
    publish_casebook(&store, lang).await?;
    let mut tokens = Vec::new();
    for (name, ..) in CAST {
        tokens.push((name, user::token(&store, name).await?));
    }
    start_log(&settings.log)?;
    let origin = format!("http://{}", door.address);
    let cited = settings.origin.clone().unwrap_or_else(|| origin.clone());
    let settings = Settings { origin: Some(cited), ..settings.clone() };
    let application = serve::application(store, &settings);
    print(&welcome(&origin, folder.path(), &tokens, lang))?;
    door.serve(application).await
}

/// Release 1: sent in by one person, approved by another, published by a third.
async fn publish_casebook(store: &Store, lang: Lang) -> Result<(), Failure> {
    store.migrate().await?;
    for (name, role, organisation) in CAST {
        user::add(store, name, role, organisation).await?;
    }
    let [member, reviewer, coordinator] = CAST.map(|(name, ..)| name);
    let submitted = import::send_pack(store, &people::member(store, member).await?, casebook::files()).await?;
    let (code, _) = import::accepted(submitted, lang)?;
    approve::approved(store, &people::reviewer(store, reviewer).await?, &code).await?;
    let note = ReleaseNote {
        en: "The casebook: real, sourced cases. Most sources were read in part, and nothing was checked with the parties \
             named."
            .to_owned(),
        fr: "Le recueil de cas : des cas réels et sourcés. La plupart des sources ont été lues en partie, et rien n’a été \
             vérifié auprès des acteurs nommés."
            .to_owned(),
    };
    publish(store, &people::coordinator(store, coordinator).await?, note, Moment::now()).await?;
    Ok(())
}

fn welcome(origin: &str, folder: &Path, tokens: &[(&str, String)], lang: Lang) -> String {
    let shown = folder.display();
    let mut text = pick(
        lang,
        format!(
            "\n  Pages      {origin}/en/   {origin}/fr/\n  API        {origin}/graphql\n  Try it     {origin}/graphiql\n  \
             Database   {shown}\n\n  API tokens, shown once:\n"
        ),
        format!(
            "\n  Pages      {origin}/fr/   {origin}/en/\n  API        {origin}/graphql\n  Essayer    {origin}/graphiql\n  \
             Base       {shown}\n\n  Jetons d’API, montrés une seule fois :\n"
        ),
    );
    for (name, token) in tokens {
        text.push_str(&format!("  {name:<13}{token}\n"));
    }
    text.push_str(pick(lang, "\n  Ctrl-C ends it.\n\n", "\n  Ctrl-C y met fin.\n\n"));
    text
}

/// Where the demo keeps its database.
enum Folder {
    /// Goes away with the program.
    Temporary(TempDir),
    /// Stays.
    Given(PathBuf),
}

impl Folder {
    /// An empty folder, or one whose only content is the database of an earlier demo, which is removed.
    fn fresh(data: Option<&Path>) -> Result<Folder, Failure> {
        let Some(path) = data else {
            let made = tempfile::Builder::new().prefix("fairlode-demo-").tempdir();
            return made.map(Folder::Temporary).map_err(|error| unwritable(&env::temp_dir(), &error));
        };
        make_folder(path)?;
        match clear(path).map_err(|error| unwritable(path, &error))? {
            None => Ok(Folder::Given(path.to_owned())),
            Some(stranger) => Err(taken(path, &stranger)),
        }
    }

    fn path(&self) -> &Path {
        match self {
            Folder::Temporary(folder) => folder.path(),
            Folder::Given(path) => path,
        }
    }
}

fn taken(folder: &Path, stranger: &str) -> Failure {
    let shown = folder.display();
    Failure::unusable(
        format!("The folder {shown} holds something else ({stranger}); the demo writes only into one of its own."),
        format!("Le répertoire {shown} contient autre chose ({stranger}) ; la démonstration n’écrit que dans le sien."),
    )
}

/// Removes what an earlier demo left; where the folder holds anything else, removes nothing and names it.
fn clear(folder: &Path) -> io::Result<Option<String>> {
    let mut left = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with(DATABASE) {
            return Ok(Some(name));
        }
        left.push(entry.path());
    }
    for path in left {
        fs::remove_file(path)?;
    }
    Ok(None)
}
