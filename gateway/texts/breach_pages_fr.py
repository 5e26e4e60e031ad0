"""The words of the console's breach wizard, in French."""

from typing import Final

WORDS: Final = {
    "menu_breach": "Violation de données",
    "breach_intro": (
        "Pas à pas vers le dossier que demande l'art. 33 du RGPD. Dès que vous en avez connaissance, vous"
        " avez {hours} heures. Rien n'est envoyé : c'est vous qui notifiez à l'autorité et qui envoyez les"
        " mails."
    ),
    "breach_shared": (
        "Un projet appartient à tous les délégués à la protection des données d'ici : un collègue peut"
        " continuer là où vous vous êtes arrêté. N'y nommez aucun client."
    ),
    "breach_not_ready": (
        "Il n'y a pas encore d'endroit où garder les projets. Demandez à l'administrateur d'ajouter drafts"
        " sous console dans la configuration, par exemple"
        " drafts: /var/lib/gateway/breach-drafts, et de redémarrer la"
        " console."
    ),
    "breach_begin": "Commencer un nouveau dossier",
    "breach_open": "En cours",
    "breach_none": "Aucun dossier n'est en cours.",
    "breach_closed": "Clos",
    "breach_named": "Violation du {at}",
    "breach_go_on": "Continuer",
    "breach_end": "Clore ou supprimer",
    "breach_last": "Écrit en dernier par {by}, {at}.",
    "breach_made_on": "Dossier établi par {by}, {at} ; inscrit au registre comme recherche {recorded}.",
    "breach_made_unrecorded": "Dossier établi par {by}, {at} ; le registre n'a pas pu l'inscrire.",
    "breach_clock": "Délai de la fuite",
    "breach_left": "encore {hours} h {minutes} min",
    "breach_until": "sur {term} heures, jusqu'au {deadline}.",
    "breach_past": "délai dépassé de {hours} h {minutes} min",
    "breach_past_do": (
        "Les {term} heures ont pris fin le {deadline}. Notifiez quand même, et donnez le motif du retard"
        " (art. 33, § 1) : l'étape 4 le demande."
    ),
    "breach_no_clock": "Le délai ne court pas encore : dites quand vous en avez eu connaissance.",
    "breach_some_unreadable": "Un projet de fuite de données est illisible ; son délai court peut-être.",
    "breach_unreadable_is": "Le projet {name} est illisible.",
    "breach_unreadable_do": (
        "Demandez à l'administrateur de remettre le fichier depuis une sauvegarde, ou supprimez-le."
    ),
    "breach_unreadable": (
        "Ce projet est illisible. Demandez à l'administrateur de remettre le fichier, ou supprimez-le."
    ),
    "breach_no_draft": (
        "Ce projet n'existe pas ; un collègue l'a peut-être supprimé. Allez à la liste des dossiers."
    ),
    "breach_folder": (
        "Les projets ne peuvent être ni lus ni écrits pour l'instant. Demandez à l'administrateur de"
        " regarder le dossier console.drafts."
    ),
    "breach_policies": (
        "Les politiques sont illisibles pour l'instant. Demandez à l'administrateur gateway check."
    ),
    "breach_too_many": "Il y a autant de projets qu'on peut en garder. Supprimez-en un qui est clos.",
    "breach_is_closed": "Ce dossier est clos. Rouvrez-le avant de le modifier.",
    "breach_stale": (
        "Pas enregistré : {by} a écrit entre-temps dans ce projet. Votre texte est ci-dessous, avec ce qui"
        " est enregistré maintenant là où il diffère. Choisissez, puis appuyez de nouveau sur Suivant."
    ),
    "breach_held": (
        "Pas enregistré : votre session était terminée. Votre texte est ci-dessous ;"
        " appuyez de nouveau sur Suivant."
    ),
    "breach_changed": (
        "Rien n'a été établi : {by} a écrit entre-temps dans ce projet. Revoyez le résumé, puis"
        " établissez-le."
    ),
    "breach_theirs": "Enregistré maintenant :",
    "breach_theirs_empty": "(vide)",
    "breach_too_long": (
        "Pas enregistré : un des textes est trop long. Votre texte est ci-dessous ; raccourcissez-le."
    ),
    "breach_far_too_long": (
        "C'est plus de texte qu'un projet n'en contient. Rien n'est enregistré :"
        " revenez en arrière, et raccourcissez."
    ),
    "breach_no_moment": "Pas enregistré : ce n'est pas un moment. Écrivez-le comme 2026-01-31T14:30.",
    "breach_told_before": "Pas clos : ce moment précède la prise de connaissance. Vérifiez les deux moments.",
    "breach_future": "Pas enregistré : ce moment est dans le futur.",
    "breach_save_and_go": "Enregistre cette étape et y va",
    "breach_steps": "Étapes",
    "breach_step": "Étape {number} sur 5",
    "breach_when": "Connaissance",
    "breach_which": "Transmissions",
    "breach_what": "Ce qui s'est passé",
    "breach_whom": "Qui avertir",
    "breach_make": "Vérifier et établir",
    "breach_next": "Suivant",
    "breach_back": "Précédent",
    "breach_save": "Enregistrer",
    "breach_count": "Enregistrer et compter",
    "breach_idle": (
        "Chaque bouton ci-dessous enregistre ce que vous avez écrit. Appuyez sur Enregistrer au moins"
        " toutes les {idle} minutes : ensuite votre session prend fin."
    ),
    "breach_when_title": "Quand en avez-vous eu connaissance, et comment ?",
    "breach_call_it": "Un nom pour cette fuite",
    "breach_call_it_note": "Pour vous et vos collègues ; il n'est pas dans le dossier.",
    "breach_aware": "Connaissance prise le",
    "breach_aware_note": (
        "À l'horloge de cette console, où il est maintenant {now}. Le délai court à partir de là (art. 33,"
        " § 1)."
    ),
    "breach_which_title": "De quelles transmissions s'agit-il ?",
    "breach_scope_chosen": "Toutes les transmissions d'une période, ou celles qu'un filtre choisit",
    "breach_scope_references": "Des transmissions par leur référence",
    "breach_scope_integrity": "Le registre lui-même, parce que sa vérification a montré qu'il n'est pas"
    " intact",
    "breach_filter": "Période et filtre",
    "breach_filter_note": "Ce que vous laissez ouvert n'est pas demandé. Le tout vaut ensemble.",
    "breach_references": "Références",
    "breach_references_note": "Au plus 200, séparées par une espace ou une nouvelle ligne.",
    "breach_counting": (
        "Les chiffres sont en cours de calcul : {read} enregistrements lus sur {all}. Regardez à "
        "nouveau avec le bouton ci-dessous : ce que vous avez rempli est conservé."
    ),
    "breach_counted_at": "Compté à {at} ; ce qui s'est ajouté depuis est en cours de calcul.",
    "breach_again": "Regarder les chiffres à nouveau",
    "breach_figures": "Les chiffres du registre",
    "breach_no_scope": "Choisissez de quelles transmissions il s'agit ; les chiffres paraîtront ici.",
    "breach_choose_scope": (
        "Pas enregistré : choisissez d'abord de quelles transmissions il s'agit. Les étapes"
        " ci-dessus permettent de passer outre."
    ),
    "breach_no_references": "Donnez une référence.",
    "breach_many_references": "Cela fait plus de 200 références. Choisissez plutôt une période.",
    "breach_unknown_reference": "Aucune transmission, ou plus d'une, ne porte la référence {about}.",
    "breach_whole": (
        "Le registre vient d'être vérifié et il est intact : il n'y a pas d'alarme qui demande un dossier."
    ),
    "breach_aware_early": (
        "Vous en avez pris connaissance avant la première de ces transmissions. Vérifiez le moment et votre"
        " choix."
    ),
    "breach_nothing_fits": "Aucune transmission ne convient : il n'y a pas de quoi établir un dossier.",
    "breach_what_title": "Que s'est-il passé, et qu'est-ce qui est fait ?",
    "breach_what_note": (
        "Rien ici n'est obligatoire maintenant : ce que vous laissez ouvert est marqué dans le dossier, et"
        " vous l'y complétez. Ne nommez aucun client."
    ),
    "breach_part_a": "Nature de la violation (art. 33, § 3, a)",
    "breach_part_b": "Contact (art. 33, § 3, b)",
    "breach_part_c": "Conséquences probables (art. 33, § 3, c)",
    "breach_part_d": "Mesures (art. 33, § 3, d)",
    "breach_whom_title": "Qui avertissez-vous ?",
    "breach_late": "Le motif du retard accompagne la notification (art. 33, § 1).",
    "breach_risk": "Risque pour les personnes concernées",
    "breach_risk_level": "Quelle ampleur",
    "breach_proposed": "Mesures proposées",
    "breach_risk_note": (
        "Sans risque, l'autorité ne doit pas être notifiée (art. 33, § 1) ; en cas de risque élevé, les"
        " personnes concernées sont aussi informées (art. 34)."
    ),
    "breach_why": "Pourquoi",
    "breach_authorities": "Autorités",
    "breach_parties": "Parties au protocole (art. 9)",
    "breach_parties_note": (
        "Un projet de mail au délégué de chaque partie est établi, sauf si vous choisissez non. Si la"
        " politique ne nomme pas de délégué, complétez l'adresse vous-même."
    ),
    "breach_no_parties": "Aucune politique ne nomme ses parties.",
    "breach_told": "À avertir",
    "breach_undecided": "pas encore décidé",
    "breach_yes": "oui",
    "breach_no": "non",
    "breach_why_told": "Date et référence, ou pourquoi pas",
    "breach_subjects": "Personnes concernées (art. 34)",
    "breach_subjects_why": "Pourquoi, et comment",
    "breach_rest": "Pour les mails et le registre des violations",
    "breach_make_title": "Vérifiez, et établissez le dossier",
    "breach_missing": "Laissé ouvert, et marqué dans le dossier :",
    "breach_complete": "Tout ce que l'art. 33, § 3 vous demande est écrit.",
    "breach_change": "Modifier",
    "breach_nothing_written": "Rien n'est encore écrit.",
    "breach_made_for": "Motif de ce dossier",
    "breach_made_for_note": "Figure au registre, avec votre nom. Une ligne ; n'y nommez aucun client.",
    "breach_form": "Forme du dossier",
    "breach_form_docx": "Word, pour continuer à y écrire (.docx)",
    "breach_form_pdf": "PDF, pour lire",
    "breach_language": "Langue du dossier",
    "breach_do": "Établir et télécharger",
    "breach_do_note": (
        "Un .zip : le dossier, transfers.csv, et un projet de mail au délégué de chaque partie. Le registre"
        " est d'abord vérifié ; s'il n'est pas intact, le dossier s'ouvre par un avertissement. Que vous"
        " l'avez établi figure au registre. Rien n'est envoyé. Vous pouvez l'établir de nouveau autant que"
        " nécessaire."
    ),
    "breach_end_title": "Clore ou supprimer",
    "breach_close": "Clore",
    "breach_close_note": (
        "Clore arrête le délai. Gardez la notification dans votre registre des violations (art. 33, § 5)."
    ),
    "breach_told_on": "{authority} avertie le",
    "breach_told_note": "Référence, ou pourquoi elle n'est pas avertie",
    "breach_close_why": "Donnez le moment où l'autorité a été avertie, ou pourquoi elle ne l'est pas.",
    "breach_closed_told": "L'autorité a été avertie le {at}.",
    "breach_closed_untold": "Clos sans avertir l'autorité.",
    "breach_closed_by": "Clos par {by}, {at}.",
    "breach_reopen": "Rouvrir",
    "breach_remove": "Supprimer",
    "breach_remove_note": (
        "Le projet et ses textes disparaissent alors, aussi pour vos collègues. Ce qui est au registre reste."
    ),
    "breach_sure": "Oui, supprimer ce projet",
    "breach_not_sure": "Rien n'a été supprimé. Cochez que vous êtes sûr, puis appuyez sur Supprimer.",
    "breach_back_to_list": "Tous les dossiers",
}
