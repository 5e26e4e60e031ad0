"""The words of the console in French."""

from typing import Final

WORDS: Final = {
    "title": "Orientations",
    "skip": "Aller au contenu",
    "menu": "Menu",
    "language": "Langue",
    "times_in": "Heures : {zone}",
    "alarm": "Le registre n'est PAS intact.",
    "alarm_do": (
        "Il a été modifié en dehors de la passerelle, ou le disque est défaillant. Ne vous fiez à"
        " aucun chiffre ni à aucune preuve, et faites exécuter gateway transfers verify par l'administrateur."
    ),
    "logout": "Se déconnecter",
    "logged_in": "Connecté en tant que {name} ({role})",
    "role_dpo": "délégué à la protection des données",
    "role_admin": "administrateur",
    "role_auditor": "auditeur",
    "menu_overview": "Aperçu",
    "menu_transfers": "Transmissions",
    "menu_lookup": "Rechercher une personne",
    "menu_policies": "Protocoles",
    "menu_try": "Essayer",
    "login": "Se connecter",
    "login_intro": "Voici ce que la passerelle a laissé passer, et ce qu'elle a retenu.",
    "name": "Nom",
    "password": "Mot de passe",
    "code": "Code de l'application d'authentification",
    "session_ended": "Votre session est terminée. Reconnectez-vous ; vous reviendrez à la même page.",
    "session_ended_held": (
        "Votre session est terminée, et ce que vous avez écrit n'est pas encore enregistré."
        " Reconnectez-vous dans le quart d'heure : votre texte y sera de nouveau."
    ),
    "login_failed": (
        "Le nom, le mot de passe et le code ne vont pas ensemble. Réessayez avec un nouveau code."
    ),
    "login_wait": "Trop de tentatives. Attendez {seconds} secondes et réessayez.",
    "login_oidc": "Se connecter avec le compte de votre organisation",
    "login_password": "Avec un compte de cette console",
    "signed_in": "Vous êtes connecté",
    "oidc_refused": (
        "Vous n'êtes pas connecté. Recommencez ici ; si cela persiste, demandez à "
        "l'administrateur de consulter le journal de la console."
    ),
    "oidc_no_role": (
        "Le compte de votre organisation n'a pas de rôle dans cette console. Demandez à "
        "l'administrateur de lui en donner un."
    ),
    "oidc_unavailable": (
        "Le service de connexion de votre organisation est injoignable. Réessayez plus tard ; si "
        "cela persiste, prévenez l'administrateur."
    ),
    "oidc_unavailable_local": (
        "Le service de connexion de votre organisation est injoignable. Réessayez plus tard, ou "
        "connectez-vous avec un compte de cette console."
    ),
    "no_accounts": (
        "Les comptes ne peuvent pas être lus. Demandez à l'administrateur de vérifier le fichier des comptes."
    ),
    "problem": "Impossible",
    "foreign_form": (
        "Ce formulaire ne vient pas de cette page, ou votre session est terminée. Retournez à "
        "l'aperçu et recommencez."
    ),
    "no_right": (
        "Votre compte ne peut pas voir cette page. Demandez à l'administrateur un compte d'un autre rôle."
    ),
    "no_page": "Cette page n'existe pas. Choisissez-en une dans le menu.",
    "too_long": "C'est plus que ce que la passerelle accepte. Revenez en arrière et envoyez moins.",
    "failed": "La console a fait une erreur. Réessayez, et signalez-le à l'administrateur si cela persiste.",
    "ledger_unreadable": (
        "Le registre ne peut pas être lu ou écrit pour l'instant. Réessayez ; si cela persiste, "
        "demandez à l'administrateur de lancer gateway check."
    ),
    "too_many_rows": (
        "Autant de lignes ne tiennent pas dans une feuille. Choisissez une période plus courte, ou CSV."
    ),
    "no_transfer": "Aucune transmission ne porte cette référence.",
    "back": "Retour",
    "counting": "Les derniers jours sont en train d'être comptés. Rechargez la page dans une demi-minute.",
    "count_failed": "Le registre n'a pas pu être lu à l'instant ; ces chiffres sont plus anciens.",
    "last_days": "Les trente derniers jours",
    "chart_days": "Transmissions par jour et par issue",
    "chart_table": "Les chiffres en tableau",
    "day": "Jour",
    "total": "Total",
    "refused_share": "Refusés",
    "refused_of": "de l'ensemble des mails",
    "why_refused": "Pourquoi des mails ont été refusés ou reportés",
    "left_behind": "Ce qui a été laissé de côté",
    "nothing": "Rien",
    "times": "Nombre",
    "integrity": "Le registre",
    "records": "Nombre d'enregistrements",
    "last_anchor": "Dernier ancrage",
    "never": "jamais",
    "tail": "Pas encore ancré",
    "tail_since": "{count}, le plus ancien du {since}",
    "last_verified": "Dernière vérification",
    "verified_whole": "{at} : intact",
    "verified_broken": "{at} : PAS intact, à commencer par {what}",
    "verified_unread": "{at} : illisible",
    "verified_never": "pas encore depuis le démarrage de la console",
    "verifying": "vérification en cours ; rechargez la page",
    "verify_now": "Vérifier maintenant",
    "unreadable": "illisible ici",
    "certificates": "Certificats",
    "until": "valable jusqu'au {day}",
    "soon": "expire dans {days} jours",
    "open_unknown": "Transmissions dont l'issue est inconnue",
    "open_unknown_do": "Cherchez chaque référence dans la boîte aux lettres.",
    "from": "Du",
    "to": "Jusqu'au",
    "outcome": "Issue",
    "sender": "Expéditeur",
    "sender_hint": "adresse ou *@domaine",
    "reason_code": "Motif",
    "reason_hint": "comme label.missing",
    "any": "tous",
    "filter": "Afficher",
    "filter_wrong": "Une partie du filtre n'est pas comprise. Écrivez les jours comme 2026-01-31.",
    "reference": "Référence",
    "when": "Quand",
    "recipient": "Destinataire",
    "why_or_left": "Pourquoi, ou ce qui a été laissé",
    "no_rows": "Aucune transmission trouvée.",
    "looked": "{looked} enregistrements parcourus.",
    "further": "Plus anciens",
    "newest": "Plus récents",
    "export": "Exporter",
    "export_note": "Chaque export est inscrit au registre.",
    "transfer": "Transmission {id}",
    "seen_note": "Le fait que vous ayez consulté cette transmission est inscrit au registre.",
    "tls": "Chiffrement",
    "no_tls": "aucun",
    "policy": "Protocole",
    "reply": "Réponse à l'expéditeur",
    "next_hop": "Réponse de la boîte aux lettres",
    "fields_passed": "Ce qui est passé d'un client",
    "erased": "Effacé après le délai de conservation",
    "findings": "Constatations",
    "finding": "Constatation",
    "result": "Résultat",
    "result_pass": "en ordre",
    "result_fail": "refusé",
    "result_defer": "reporté",
    "result_info": "pour info",
    "where": "Où",
    "kind": "Type",
    "proof": "Preuve",
    "proof_holds": (
        "Recalculé : chaque enregistrement se trouve dans l'arbre que fixe ce point de contrôle signé."
    ),
    "proof_fails": "La preuve n'est PAS bonne. Appelez l'administrateur, et lancez gateway transfers verify.",
    "record": "Enregistrement",
    "leaf": "Empreinte (SHA-256)",
    "path_length": "Étapes jusqu'au point de contrôle",
    "root": "Racine",
    "checkpoint": "Point de contrôle",
    "lookup": "Rechercher une personne",
    "lookup_intro": (
        "Des données de cette personne ont-elles été transmises, quand et à qui ? Votre question et "
        "votre motif sont inscrits au registre, pas la personne."
    ),
    "phone": "Téléphone",
    "email": "E-mail",
    "full_name": "Prénom et nom",
    "postcode": "Code postal",
    "number": "Numéro de maison",
    "with_name": "Un nom demande le code postal et le numéro de maison.",
    "reason": "Motif de votre question",
    "reason_note": "N'y nommez aucun client.",
    "month_keys": "Clés ouvertes de mois passés",
    "month_keys_note": "Seulement pour les mois passés.",
    "search": "Rechercher",
    "found_by": "Trouvé par",
    "lookup_hits": "{hits} des {searched} mails consultables concernent cette personne.",
    "lookup_closed": "Pas consultés : {count} mails de {month} ; donnez la clé ouverte de ce mois.",
    "lookup_lost": "Pas consultés : {count} mails de {month} ; la clé n'était scellée pour"
    " personne, ce n'est plus possible.",
    "lookup_unknown": "De {count} mails transmis, personne ne peut dire de qui il s'agit.",
    "lookup_kept_out": "Pas consultés, car non transmis : {count}. Le registre ne retient pas"
    " qui ces mails concernaient.",
    "unclear_nothing": "Donnez un numéro de téléphone, une adresse e-mail ou un nom.",
    "unclear_name": "Avec un nom, donnez aussi le code postal et le numéro de maison.",
    "unclear_phone": "Ce n'est pas un numéro de téléphone.",
    "unclear_email": "Ce n'est pas une adresse e-mail.",
    "unclear_reason": "Donnez un motif, sur une ligne et de quelques centaines de caractères au plus.",
    "unclear_key": "Une des clés n'est pas une clé de mois de ce registre.",
    "policies": "Protocoles",
    "policies_intro": (
        "Les voici tels qu'ils sont dans les fichiers. La passerelle reprend un changement quand "
        "l'administrateur la recharge."
    ),
    "policies_wrong": "Ces fichiers ne sont pas acceptés :",
    "policy_from": "En vigueur du {from_} au {until}",
    "policy_open": "En vigueur à partir du {from_}",
    "policy_recipients": "Pour les mails à",
    "policy_senders": "De",
    "policy_fields": "Peut passer",
    "policy_digest": "Version",
    "source": "Le texte",
    "history": "Quand quelle version est entrée en vigueur",
    "node": "Passerelle",
    "now_in_file": "est maintenant dans le fichier",
    "try": "Essayer un mail",
    "try_intro": (
        "Collez un mail ou choisissez un fichier .eml. Vous verrez ce qu'il en adviendrait. Rien "
        "n'est gardé, envoyé ni inscrit au registre ; l'expéditeur est cru sur parole."
    ),
    "try_message": "Le mail, avec ses en-têtes",
    "try_file": "Ou un fichier .eml",
    "try_do": "Essayer",
    "try_nothing": "Collez un mail, ou choisissez un fichier.",
    "try_long": "Ce mail est plus grand que ce que la passerelle accepte.",
    "try_address": "Une adresse du mail n'en est pas une. Vérifiez les en-têtes.",
    "try_unable": (
        "Le mail ne peut pas être lu pour l'instant. Demandez à l'administrateur de lancer gateway check."
    ),
    "verdict": "Ce qui arriverait",
    "verdict_deliver": "Délivré",
    "verdict_relay": "Transmis tel quel",
    "verdict_reject": "Refusé",
    "verdict_defer": "Reporté",
    "would_arrive": "Le message qui arriverait",
}
