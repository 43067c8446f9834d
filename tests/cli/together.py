"""A small prize whose jury comes to a tie, votes again, and shares it: its marks, and what its documents must say. For the walk
through votumctl, and for the journey through the windows."""

import os
import re
import unicodedata

from walk import paragraphs, pdf_text

AWARD = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'together.xml')
JURORS = {'per': 'Per Dahl', 'eva': 'Eva Holm', 'ola': 'Ola Nordmann', 'siv': 'Siv Lie', 'tor': 'Tor Vik'}
CHAIR = 'Ida Berg'
# Nordlys Kraft, Fjellvind, Havgap: a figure for each criterion. All come to 4; Siv Lie is recused from the last one.
FIRST = {'ida': ('44', '44', '44'), 'per': ('54', '44', '44'), 'eva': ('34', '45', '43'), 'ola': ('44', '54', '54'), 'siv': ('44', '33'),
         'tor': ('44', '44', '35')}
# in the revote the third falls behind, and the first two stay equal
AGAIN = {'ida': ('44', '44', '44'), 'per': ('54', '44', '34'), 'eva': ('44', '54', '34'), 'ola': ('54', '44', '34'), 'siv': ('44', '54'),
         'tor': ('44', '44', '44')}
RECUSAL = 'Broren er ansatt'
LATE = 'Posten var forsinket'
REASON = 'Likt også etter omvoteringen'

SAID = {
    'nb': {
        'protocol': ('Juryen deler prisen mellom Nordlys Kraft og Fjellvind', 'Delt pris', 'Avgjørelsen følger det utregnede resultatet.',
                     'Første runde', 'Omvotering', 'Nordlys Kraft, Fjellvind og Havgap sto likt. Avgjort av ny avstemning mellom dem: '
                     'Nordlys Kraft 4,2; Fjellvind 4,2; Havgap 3,64.', 'Nordlys Kraft og Fjellvind sto likt. Ingen av reglene for '
                     'poenglikhet skilte dem, og plassen er delt.', 'Inhabil, vurderte ikke', 'Tatt inn etter åpningen: ' + LATE,
                     'Kvitteringer for stemmesedlene', 'Avstemning: Prisen deles. Stemmer for: 6. Mot: 0. Avstod: 0. Vedtatt enstemmig.',
                     '4,33', '3,40', 'Kultur', 'Resultat'),
        'citation': ('Juryen deler prisen mellom Nordlys Kraft og Fjellvind.',),
        'result-list': ('Resultatliste', 'Delt pris', 'Nordlys Kraft', 'Fjellvind'),
        'feedback-nord': ('Tilbakemeldingsrapport', 'Nordlys Kraft', 'Delt pris', 'Kultur'),
        'diploma-fjel': ('Vinner av delt pris', 'Fjellvind', CHAIR),
    },
    'sv': {
        'protocol': ('Priset delas mellan Nordlys Kraft och Fjellvind', 'Delat pris', 'Beslutet följer det beräknade resultatet.',
                     'Första omgången', 'Ny omröstning', 'Nordlys Kraft, Fjellvind och Havgap stod lika. Avgjort av ny omröstning mellan '
                     'dem: Nordlys Kraft 4,2; Fjellvind 4,2; Havgap 3,64.', 'Nordlys Kraft och Fjellvind stod lika. Ingen av '
                     'särskiljningsreglerna skilde dem åt, och platsen delas.', 'Jävig, bedömde inte', 'Mottagen efter öppnandet: ' + LATE,
                     'Kvitton för röstsedlarna', 'Omröstning: Prisen deles. Röster för: 6. Mot: 0. Avstod: 0. Antogs enhälligt.',
                     '4,33', '3,40', 'Kultur', 'Resultat'),
        'citation': ('Priset delas mellan Nordlys Kraft och Fjellvind.',),
        'result-list': ('Resultatlista', 'Delat pris', 'Nordlys Kraft', 'Fjellvind'),
        'feedback-nord': ('Återföringsrapport', 'Nordlys Kraft', 'Delat pris', 'Kultur'),
        'diploma-fjel': ('Vinnare av delat pris', 'Fjellvind', CHAIR),
    },
    'en': {
        'protocol': ('The jury divides the prize between Nordlys Kraft and Fjellvind', 'Shared prize',
                     'The decision follows the computed result.', 'First round', 'Revote', 'Nordlys Kraft, Fjellvind and Havgap were equal. '
                     'Settled by a revote among them: Nordlys Kraft 4.2; Fjellvind 4.2; Havgap 3.64.', 'Nordlys Kraft and Fjellvind were '
                     'equal. No tie-break separated them, and the place is shared.', 'Recused, did not assess',
                     'Taken in after the opening: ' + LATE, 'Receipts of the ballots',
                     'Vote: Prisen deles. Votes for: 6. Against: 0. Abstained: 0. Carried unanimously.', '4.33', '3.40', 'Culture', 'Results'),
        'citation': ('The jury divides the prize between Nordlys Kraft and Fjellvind.',),
        'result-list': ('Result list', 'Shared prize', 'Nordlys Kraft', 'Fjellvind'),
        'feedback-nord': ('Feedback report', 'Nordlys Kraft', 'Shared prize', 'Culture'),
        'diploma-fjel': ('Joint winner', 'Fjellvind', CHAIR),
    },
}
# where a document lies in the folder of all that is exported
FOLDERS = {'protocol': 'confidential', 'citation': 'confidential', 'result-list': 'public', 'feedback-nord': 'for-finalists',
           'diploma-fjel': 'for-finalists'}


def squeezed(text):
    """Without what a line's end or a typeface decides."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text))


def check_documents(folder, receipts):
    """Every document of a folder in three languages, read back from PDF and from OpenDocument."""
    for lang, documents in SAID.items():
        for name, said in documents.items():
            base = os.path.join(folder, FOLDERS[name], f'{name}-{lang}')
            # a text that the jury has written is no draft any more
            if name == 'citation' and not os.path.exists(base + '.pdf'):
                base = os.path.join(folder, 'public', f'{name}-{lang}')
            texts = {'pdf': squeezed(pdf_text(base + '.pdf'))}
            if name != 'diploma-fjel':
                texts['odt'] = squeezed(' '.join(paragraphs(base + '.odt')))
            if name == 'protocol':
                said = (*said, CHAIR, *JURORS.values(), RECUSAL, REASON, *receipts)
            for kind, text in texts.items():
                for words in said:
                    assert squeezed(words) in text, f'“{words}” is not in {name}-{lang}.{kind}: {text}'
                if name == 'protocol':
                    assert text.count(squeezed(REASON)) == 1, f'{name}-{lang}.{kind} gives the reason more than once'
                # nobody's own marks, and nothing of the other finalists, reaches a finalist
                if name == 'feedback-nord':
                    assert not [other for other in ('Fjellvind', 'Havgap', *JURORS.values()) if squeezed(other) in text], (lang, kind)
