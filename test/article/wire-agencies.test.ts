/** Stories of further agencies and papers, read as their editors would read them (T-12, T-30 … T-34). */
import { type ExpectedStory, expectStory } from './expected-story.ts';

describe('wire copy of further agencies (T-12, T-30 … T-34)', () => {
  const cases: [shape: string, text: string, expected: ExpectedStory][] = [
    [
      'AP’s correction of a story',
      'BC-US--Port Talks, CORRECTION\nCorrection: Port Talks story\n\nROCKLAND, Maine (AP) — In a story Sept. 5 about port talks, The Associated Press erroneously reported the number of ships. There were three, not four.',
      {
        headline: 'Correction: Port Talks story',
        source: 'The Associated Press',
        place: 'Rockland, Maine',
        correction: 'CORRECTION',
        lede: 'In a story Sept. 5 about port ',
      },
    ],
    [
      'Agência Brasil',
      'Nevoeiro fecha porto de Santos\n\nPor Ana Cais - Repórter da Agência Brasil - São Paulo\n\nO nevoeiro fechou nesta sexta-feira (5) o porto de Santos.',
      {
        headline: 'Nevoeiro fecha porto de Santos',
        authors: ['Ana Cais'],
        source: 'Agência Brasil',
        lede: 'O nevoeiro fechou nesta sexta-',
      },
    ],
    [
      'Folha',
      'Nevoeiro fecha porto\n\nSÃO PAULO, SP (FOLHAPRESS) - O nevoeiro fechou nesta sexta-feira (5) o porto de Santos.',
      {
        headline: 'Nevoeiro fecha porto',
        source: 'Folhapress',
        place: 'São Paulo, SP',
        lede: 'O nevoeiro fechou nesta sexta-',
      },
    ],
    [
      'Newsfile',
      'Pier Corp. Opens Harbour\n\nVancouver, British Columbia--(Newsfile Corp. - September 5, 2025) - Pier Corp. today opened a harbour.',
      {
        headline: 'Pier Corp. Opens Harbour',
        source: 'Newsfile',
        place: 'Vancouver, British Columbia',
        published: '2025-09-05',
        lede: 'Pier Corp. today opened a harb',
      },
    ],
    [
      'EIN',
      'Pier Corp. Opens Harbour\n\nROCKLAND, ME, UNITED STATES, September 5, 2025 /EINPresswire.com/ -- Pier Corp. today opened a harbour.',
      {
        headline: 'Pier Corp. Opens Harbour',
        source: 'EIN Presswire',
        place: 'Rockland, ME, United States',
        published: '2025-09-05',
        lede: 'Pier Corp. today opened a harb',
      },
    ],
    [
      'NNA',
      'Fog closes Beirut port\n\nNNA - Fog closed the port of Beirut on Friday, the harbor master said in a statement.',
      { headline: 'Fog closes Beirut port', source: 'NNA', lede: 'Fog closed the port of Beirut ' },
    ],
    [
      'IRNA',
      'Fog closes Bandar Abbas\n\nTehran, IRNA – Fog closed the port of Bandar Abbas on Friday.',
      {
        headline: 'Fog closes Bandar Abbas',
        source: 'IRNA',
        place: 'Tehran',
        lede: 'Fog closed the port of Bandar ',
      },
    ],
    [
      'APP',
      'Fog closes Karachi port\n\nKARACHI, Sep 05 (APP):Fog closed the port of Karachi on Friday.',
      {
        headline: 'Fog closes Karachi port',
        source: 'APP',
        place: 'Karachi',
        day: '9-5',
        lede: 'Fog closed the port of Karachi',
      },
    ],
    [
      'Montsame',
      'Fog closes airport\n\nUlaanbaatar, September 5, 2025 /MONTSAME/. Fog closed the airport on Friday.',
      {
        headline: 'Fog closes airport',
        source: 'MONTSAME',
        place: 'Ulaanbaatar',
        published: '2025-09-05',
        lede: 'Fog closed the airport on Frid',
      },
    ],
    [
      'KazTAG',
      'Туман закрыл порт\n\nАстана. 5 сентября. КазТАГ – Туман закрыл порт Актау на третий день.',
      {
        headline: 'Туман закрыл порт',
        source: 'КазТАГ',
        place: 'Астана',
        day: '9-5',
        lede: 'Туман закрыл порт Актау на тре',
      },
    ],
    [
      'Armenpress',
      'Fog closes airport\n\nYEREVAN, SEPTEMBER 5, ARMENPRESS. Fog closed the airport of Yerevan on Friday.',
      {
        headline: 'Fog closes airport',
        source: 'ARMENPRESS',
        place: 'Yerevan',
        day: '9-5',
        lede: 'Fog closed the airport of Yere',
      },
    ],
    [
      'Azertac',
      'Fog closes Baku port\n\nBaku, September 5, AZERTAC\n\nFog closed the port of Baku on Friday, the harbor master said.',
      {
        headline: 'Fog closes Baku port',
        source: 'AZERTAC',
        place: 'Baku',
        day: '9-5',
        lede: 'Fog closed the port of Baku on',
      },
    ],
    [
      'SeeNews',
      'Fog closes Varna port\n\nSOFIA (Bulgaria), September 5 (SeeNews) – Fog closed the port of Varna on Friday.',
      {
        headline: 'Fog closes Varna port',
        source: 'SeeNews',
        place: 'Sofia, Bulgaria',
        day: '9-5',
        lede: 'Fog closed the port of Varna o',
      },
    ],
    [
      'ATA',
      'Fog closes Durres port\n\nTIRANA, September 5 /ATA/- Fog closed the port of Durres on Friday.',
      {
        headline: 'Fog closes Durres port',
        source: 'ATA',
        place: 'Tirana',
        day: '9-5',
        lede: 'Fog closed the port of Durres ',
      },
    ],
    [
      'a name and a paper on one line',
      'Fog closes harbor\nANN HARBOR, The Pier Post\nFog closed the harbor of Rockland on Friday morning, and three ships had to wait outside.',
      {
        headline: 'Fog closes harbor',
        authors: ['Ann Harbor'],
        source: 'The Pier Post',
        lede: 'Fog closed the harbor of Rockl',
      },
    ],
    [
      'words by one, pictures by another',
      'Fog closes harbor\nWords by Ann Harbor, photographs by Cy Pier\nFog closed the harbor of Rockland on Friday morning, and three ships had to wait outside.',
      { headline: 'Fog closes harbor', authors: ['Ann Harbor'], lede: 'Fog closed the harbor of Rockl' },
    ],
    [
      'names in capitals with their small letters',
      "Fog closes harbor\nBY ANN-MARIE O'HARBOR AND CY McPIER\nFog closed the harbor of Rockland on Friday morning, and three ships had to wait outside.",
      {
        headline: 'Fog closes harbor',
        authors: ["Ann-Marie O'Harbor", 'Cy McPier'],
        lede: 'Fog closed the harbor of Rockl',
      },
    ],
    [
      'a French paper',
      'Le brouillard ferme le port\nPar Anne Quai (à Sète)\nPublié le 05/09/2025 à 14h30\nLe brouillard a fermé vendredi le port de Sète, et trois navires ont dû attendre dehors.',
      {
        headline: 'Le brouillard ferme le port',
        authors: ['Anne Quai'],
        published: '2025-09-05',
        lede: 'Le brouillard a fermé vendredi',
      },
    ],
    [
      'a Dutch paper',
      'Mist legt haven stil\nDoor: Anna Kade\nROTTERDAM - Mist heeft vrijdag de haven van Rotterdam stilgelegd, en drie schepen moesten wachten.',
      {
        headline: 'Mist legt haven stil',
        authors: ['Anna Kade'],
        place: 'Rotterdam',
        lede: 'Mist heeft vrijdag de haven va',
      },
    ],
    [
      'an Italian paper',
      'La nebbia chiude il porto\ndi Anna Molo\nGENOVA - La nebbia ha chiuso venerdì il porto di Genova, e tre navi hanno dovuto attendere fuori.',
      {
        headline: 'La nebbia chiude il porto',
        authors: ['Anna Molo'],
        place: 'Genova',
        lede: 'La nebbia ha chiuso venerdì il',
      },
    ],
    [
      'GNA',
      'Fog closes Tema harbour\n\nAccra, Sept. 5, GNA – Fog closed the harbour of Tema on Friday.\n\nGNA',
      {
        headline: 'Fog closes Tema harbour',
        source: 'GNA',
        place: 'Accra',
        day: '9-5',
        lede: 'Fog closed the harbour of Tema',
      },
    ],
    [
      'AFP urgent fr',
      'URGENT - Port de Marseille: le trafic interrompu par le brouillard (autorités)\n\nMarseille, 5 sept 2025 (AFP) -\n\nLe trafic est interrompu dans le port de Marseille en raison du brouillard, ont annoncé vendredi les autorités.\n\naq/pp',
      {
        headline: 'Port de Marseille: le trafic interrompu par le brouillard (autorités)',
        source: 'AFP',
        place: 'Marseille',
        published: '2025-09-05',
        lede: 'Le trafic est interrompu dans ',
      },
    ],
    [
      'KCNA',
      'Fog Closes Port of Nampho\n\nPyongyang, September 5 (KCNA) -- Fog closed the port of Nampho on Friday.\n\nwww.kcna.example (Juche114.9.5.)',
      {
        headline: 'Fog Closes Port of Nampho',
        source: 'KCNA',
        place: 'Pyongyang',
        day: '9-5',
        lede: 'Fog closed the port of Nampho ',
      },
    ],
    [
      'MIA',
      'Fog closes Ohrid airport\n\nOhrid, 5 September 2025 (MIA) - Fog closed the airport of Ohrid on Friday. ah/cp/',
      {
        headline: 'Fog closes Ohrid airport',
        source: 'MIA',
        place: 'Ohrid',
        published: '2025-09-05',
        lede: 'Fog closed the airport of Ohri',
      },
    ],
  ];
  for (const [shape, text, expected] of cases) {
    it(`reads ${shape}`, () => {
      expectStory(text, expected);
    });
  }
});
