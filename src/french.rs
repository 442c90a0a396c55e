//! The help of the command line in French. A test holds it to the command line, word for word.

use clap::Command;

/// Each command or argument by its path, and what it is for.
const WORDS: &[(&str, &str)] = &[
    ("fairlode", "Suit l’argent qu’une mine doit à ses voisins : dû, déclaré, reçu, et l’écart"),
    ("fairlode config", "Fichier de réglages [défaut : fairlode.toml, s’il existe]"),
    ("fairlode database_url", "Base de données : sqlite://CHEMIN ou postgres://UTILISATEUR@HÔTE/NOM"),
    ("fairlode origin", "Origine sous laquelle les lecteurs atteignent les pages, par exemple https://example.org"),
    ("fairlode log", "Ce qui est journalisé : error, warn, info, debug, ou un filtre"),
    ("fairlode lang", "Langue des messages : en ou fr [défaut : celle de la machine]"),
    ("fairlode demo", "Servir le recueil de cas depuis une base neuve, pour regarder"),
    ("fairlode demo listen", "Adresse et port d’écoute [défaut : 127.0.0.1:8080]"),
    ("fairlode demo data", "Dossier de la base de données [défaut : un dossier temporaire]"),
    ("fairlode serve", "Servir l’API et le tableau de bord"),
    ("fairlode serve listen", "Adresse et port d’écoute [défaut : 127.0.0.1:8080]"),
    ("fairlode dashboard", "Servir le tableau de bord seul, devant une API située ailleurs"),
    ("fairlode dashboard api", "Adresse de l’API, par exemple http://127.0.0.1:8080/graphql"),
    ("fairlode dashboard listen", "Adresse et port d’écoute [défaut : 127.0.0.1:8080]"),
    ("fairlode check", "Lire un dossier ou une divulgation comme le ferait un dépôt, et dire ce qui est constaté"),
    ("fairlode check files", "Un dossier de données, ou des fichiers de déclarations"),
    ("fairlode check format", "Ce que sont les fichiers [défaut : d’après leur contenu]"),
    ("fairlode check pack", "Registres auxquels les fichiers de déclarations se réfèrent"),
    ("fairlode check mapping", "Ce que signifie chaque colonne d’un tableau, en TOML [défaut : d’après les en-têtes]"),
    ("fairlode check marked", "Écrire le fichier avec ses constats marqués dedans"),
    ("fairlode check json", "Répondre en JSON"),
    ("fairlode reconcile", "Lire un dossier et imprimer chaque comparaison, écart et doute ; sans base de données"),
    ("fairlode reconcile pack", "Le dossier"),
    ("fairlode reconcile policy", "Seuils à la place du policy.toml du dossier"),
    ("fairlode reconcile json", "Imprimer du JSON : même dossier, mêmes octets"),
    (
        "fairlode import",
        "Déposer un dossier ou un fichier de déclarations, au nom d’une personne ; une autre l’approuve",
    ),
    ("fairlode import path", "Le dossier, ou un fichier"),
    ("fairlode import format", "Ce qu’est le fichier ; un répertoire est un dossier de données"),
    ("fairlode import actor", "Qui le dépose"),
    (
        "fairlode approve",
        "Approuver une divulgation déposée par quelqu’un d’autre, après avoir vérifié qu’elle ne nuit à personne",
    ),
    ("fairlode approve disclosure", "Le code de la divulgation"),
    ("fairlode approve actor", "Qui l’approuve"),
    (
        "fairlode approve no_harm",
        "Aucun chiffre ne nomme une personne, aucun lieu ni aucune date n’en désigne une, aucun papier n’était détenu par une seule personne",
    ),
    ("fairlode gap", "Expliquer un écart de la dernière édition, ou poser une question ; la prochaine édition le dit"),
    ("fairlode gap explain", "Rattacher la cause trouvée"),
    (
        "fairlode gap explain cause",
        "Ce qui a été trouvé : stream, timing, entity, rate, base, unit, instalment, in_kind, unpaid ou other",
    ),
    ("fairlode gap explain gap", "Le code de l’écart"),
    ("fairlode gap explain note", "En phrases entières ; elles sont publiées, leur auteur ne l’est pas"),
    (
        "fairlode gap explain actor",
        "Qui le dit : un relecteur d’une autre organisation que celles qui ont envoyé les chiffres",
    ),
    ("fairlode gap ask", "Poser une question : l’écart n’est pas publié tant qu’elle est sans réponse"),
    ("fairlode gap ask gap", "Le code de l’écart"),
    ("fairlode gap ask note", "En phrases entières ; elles sont publiées, leur auteur ne l’est pas"),
    (
        "fairlode gap ask actor",
        "Qui le dit : un relecteur d’une autre organisation que celles qui ont envoyé les chiffres",
    ),
    ("fairlode gap answer", "Répondre à la question ouverte par la cause trouvée"),
    (
        "fairlode gap answer cause",
        "Ce qui a été trouvé : stream, timing, entity, rate, base, unit, instalment, in_kind, unpaid ou other",
    ),
    ("fairlode gap answer gap", "Le code de l’écart"),
    ("fairlode gap answer note", "En phrases entières ; elles sont publiées, leur auteur ne l’est pas"),
    (
        "fairlode gap answer actor",
        "Qui le dit : un relecteur d’une autre organisation que celles qui ont envoyé les chiffres",
    ),
    ("fairlode gap withdraw-question", "Retirer la question ouverte, et dire pourquoi"),
    ("fairlode gap withdraw-question gap", "Le code de l’écart"),
    ("fairlode gap withdraw-question note", "En phrases entières ; elles sont publiées, leur auteur ne l’est pas"),
    (
        "fairlode gap withdraw-question actor",
        "Qui le dit : un relecteur d’une autre organisation que celles qui ont envoyé les chiffres",
    ),
    ("fairlode gap withdraw-explanation", "Retirer la cause, et dire pourquoi"),
    ("fairlode gap withdraw-explanation gap", "Le code de l’écart"),
    ("fairlode gap withdraw-explanation note", "En phrases entières ; elles sont publiées, leur auteur ne l’est pas"),
    (
        "fairlode gap withdraw-explanation actor",
        "Qui le dit : un relecteur d’une autre organisation que celles qui ont envoyé les chiffres",
    ),
    ("fairlode publish", "Publier ce qui a été approuvé comme nouvelle édition"),
    ("fairlode publish actor", "Qui la publie"),
    ("fairlode publish note_en", "Une note sur l’édition, en anglais"),
    ("fairlode publish note_fr", "Une note sur l’édition, en français"),
    ("fairlode migrate", "Amener la base de données à cette version du programme"),
    ("fairlode user", "Ajouter des personnes et leur donner des jetons"),
    ("fairlode user add", "Ajouter une personne qui peut agir"),
    ("fairlode user add name", "Le nom, unique"),
    ("fairlode user add role", "Ce que la personne peut faire"),
    ("fairlode user add organisation", "L’organisation pour laquelle la personne agit"),
    ("fairlode user token", "Imprimer un nouveau jeton d’API ; il n’est montré qu’une fois"),
    ("fairlode user token name", "Le nom de la personne"),
    ("fairlode schema", "Imprimer le schéma GraphQL"),
];

/// The command line with its help in French.
pub fn translated(command: Command) -> Command {
    let name = command.get_name().to_owned();
    below(command, &name)
        .subcommand_help_heading("Commandes")
        .subcommand_value_name("COMMANDE")
        .help_template("{about}\n\nUtilisation : {usage}\n\n{all-args}\n")
}

fn below(command: Command, path: &str) -> Command {
    let command = match word(path) {
        Some(about) => command.about(about),
        None => command,
    };
    let command = command.help_template("{about}\n\nUtilisation : {usage}\n\n{all-args}\n").mut_args(|argument| {
        match word(&format!("{path} {}", argument.get_id())) {
            Some(help) => argument.help(help),
            None => argument,
        }
    });
    command.mut_subcommands(|inner| {
        let path = format!("{path} {}", inner.get_name());
        below(inner, &path)
    })
}

fn word(path: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == path).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    fn paths(command: &Command, path: &str, into: &mut BTreeSet<String>) {
        into.insert(path.to_owned());
        for argument in command.get_arguments() {
            into.insert(format!("{path} {}", argument.get_id()));
        }
        for inner in command.get_subcommands() {
            paths(inner, &format!("{path} {}", inner.get_name()), into);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_french_and_nothing_else_has() {
        let mut wanted = BTreeSet::new();
        paths(&Cli::command(), "fairlode", &mut wanted);
        let french: BTreeSet<String> = WORDS.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(french, wanted);
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
        translated(Cli::command()).debug_assert();
    }
}
