"""The data-protection officer's console: pages in a browser, made on this machine, without any script.

Life of a request
-----------------
``shield`` bounds the request and sets the headers that confine the page. ``door`` finds the session, asks
``roles`` whether this account may see the page, and refuses a form that another site sent. A page is a
function of one ``Visit`` that answers with what ``render`` makes of a template; ``app`` lists the pages and
puts everything together. What a page shows comes from ``gateway.ledger``, ``gateway.reports`` and
``gateway.policy``; ``access`` records on the ledger who looked.

``entrance`` logs people in by a password and a code, ``signing_in`` by an OpenID provider: ``provider``
knows it, ``asking`` asks it, ``journeys`` binds the way there and back to one browser, and ``idtoken``
believes what it says of a person, or not.

A page is added by writing its module, its template and its words (``gateway.texts.console``), and by a row
in ``app.PAGES``, which says who may see it and whether the menu names it.
"""
