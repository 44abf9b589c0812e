/** Stories in further shapes, read as their editors would read them (T-02 … T-42). */
import { type ExpectedStory, expectStory } from './expected-story.ts';

describe('wire copy in further shapes (T-02 … T-42)', () => {
  const cases: [shape: string, text: string, expected: ExpectedStory][] = [
    [
      'AP, below a kicker of two words',
      'SECTION FRONT\nFog closes harbor for third day\nBy ANN HARBOR\nAssociated Press\n\nROCKLAND, Maine (AP) — Fog closed the harbor for a third day on Monday.\n\nThe pilots stayed at home.',
      {
        headline: 'Fog closes harbor for third day',
        authors: ['Ann Harbor'],
        source: 'The Associated Press',
        place: 'Rockland, Maine',
        lede: 'Fog closed the harbor for a th',
      },
    ],
    [
      'AP News Alert',
      'BC-APNewsAlert\nAPNewsAlert\nFog closes harbor; 3 ships wait off Rockland\n\nROCKLAND, Maine (AP) — Fog closed the harbor for a third day on Monday, leaving three ships waiting.',
      {
        headline: 'Fog closes harbor; 3 ships wait off Rockland',
        source: 'The Associated Press',
        place: 'Rockland, Maine',
        lede: 'Fog closed the harbor for a th',
      },
    ],
    [
      'Bloomberg, with its time above',
      'Pier Inc. Jumps on Harbor Deal\n2025-09-05 14:30:00.0 GMT\n\nBy Ann Harbor and Cy Pier\n\n(Bloomberg) -- Pier Inc. shares jumped as much as 12% on Friday after it agreed to buy a harbor.',
      {
        headline: 'Pier Inc. Jumps on Harbor Deal',
        authors: ['Ann Harbor', 'Cy Pier'],
        source: 'Bloomberg',
        published: '2025-09-05',
        lede: 'Pier Inc. shares jumped as muc',
      },
    ],
    [
      'UPI, dated below',
      'Fog closes Maine harbor\nBy Ann Harbor, UPI\nSept. 5 (UPI) -- Fog closed the harbor of Rockland on Friday.\nSept. 5, 2025 at 10:12 AM',
      {
        headline: 'Fog closes Maine harbor',
        authors: ['Ann Harbor'],
        source: 'UPI',
        published: '2025-09-05',
        lede: 'Fog closed the harbor of Rockl',
      },
    ],
    [
      'UPI with date line',
      'Fog closes Maine harbor\n\nBy Ann Harbor\n\nSept. 5, 2025 / 10:12 AM\n\nSept. 5 (UPI) -- Fog closed the harbor of Rockland on Friday.',
      {
        headline: 'Fog closes Maine harbor',
        authors: ['Ann Harbor'],
        source: 'UPI',
        published: '2025-09-05',
        lede: 'Fog closed the harbor of Rockl',
      },
    ],
    [
      'CP, first published',
      'Fog closes Halifax harbour for third day\n\nAnn Harbor, The Canadian Press\n\nHALIFAX — Fog closed the harbour for a third day on Monday.\n\nThis report by The Canadian Press was first published Sept. 5, 2025.',
      {
        headline: 'Fog closes Halifax harbour for third day',
        authors: ['Ann Harbor'],
        source: 'The Canadian Press',
        place: 'Halifax',
        published: '2025-09-05',
        lede: 'Fog closed the harbour for a t',
      },
    ],
    [
      'ANI',
      'Fog shuts Kochi harbour\nANI | Updated: Sep 05, 2025 14:30 IST\nKochi (Kerala) [India], September 5 (ANI): Fog shut the Kochi harbour for a third day on Friday. (ANI)',
      {
        headline: 'Fog shuts Kochi harbour',
        source: 'ANI',
        place: 'Kochi, Kerala, India',
        published: '2025-09-05',
        lede: 'Fog shut the Kochi harbour for',
      },
    ],
    [
      'dpa Berichtigung',
      '(Berichtigung: Im ersten Absatz muss es heißen: Montag)\nNebel legt Hafen lahm =\n\nRostock (dpa) - Nebel hat den Hafen von Rostock am Montag lahmgelegt.',
      {
        headline: 'Nebel legt Hafen lahm',
        source: 'dpa',
        place: 'Rostock',
        correction: '(Berichtigung: Im ersten Absatz muss es heißen: Montag)',
        lede: 'Nebel hat den Hafen von Rostoc',
      },
    ],
    [
      'APA, with its day in the header',
      'APA0123 5 CI 0234 II       05.Sep 25\n\nSchifffahrt/Wetter/Österreich/Wien\n\nNebel legt Hafen lahm\nUtl.: Lotsen bleiben zu Hause =\n\n   Wien (APA) - Nebel hat den Hafen an der Donau am Freitag lahmgelegt.\n(Schluss) ah/cp\n\nAPA0123    2025-09-05/14:30',
      {
        headline: 'Nebel legt Hafen lahm',
        subhead: 'Lotsen bleiben zu Hause',
        source: 'APA',
        place: 'Wien',
        lede: 'Nebel hat den Hafen an der Don',
      },
    ],
    [
      'ATS',
      'Le brouillard ferme le port de Bâle\n\nBâle (Keystone-ATS) - Le brouillard a fermé le port de Bâle vendredi.',
      {
        headline: 'Le brouillard ferme le port de Bâle',
        source: 'Keystone-ATS',
        place: 'Bâle',
        lede: 'Le brouillard a fermé le port ',
      },
    ],
    [
      'AFP’s lead',
      'Port de Marseille: le trafic interrompu (LEAD)\nPar Anne QUAI\nMarseille, 5 sept 2025 (AFP) - Le trafic est interrompu dans le port de Marseille en raison du brouillard.',
      {
        headline: 'Port de Marseille: le trafic interrompu',
        authors: ['Anne QUAI'],
        source: 'AFP',
        place: 'Marseille',
        published: '2025-09-05',
        lede: 'Le trafic est interrompu dans ',
      },
    ],
    [
      'AFP rectificatif',
      'RECTIFICATIF - Port de Marseille: le trafic repris\n\nATTENTION - Bien lire samedi au 1er paragraphe ///\n\nMarseille, 5 sept 2025 (AFP) - Le trafic a repris samedi dans le port de Marseille.',
      {
        headline: 'Port de Marseille: le trafic repris',
        source: 'AFP',
        place: 'Marseille',
        published: '2025-09-05',
        correction: 'ATTENTION - Bien lire samedi au 1er paragraphe ///',
        lede: 'Le trafic a repris samedi dans',
      },
    ],
    [
      'EFE corregida',
      '(Corrección) La niebla cierra el puerto de Vigo\n\nVigo, 5 sep (EFE).- La niebla cerró este viernes el puerto de Vigo.',
      {
        headline: 'La niebla cierra el puerto de Vigo',
        source: 'EFE',
        place: 'Vigo',
        day: '9-5',
        correction: '(Corrección)',
        lede: 'La niebla cerró este viernes e',
      },
    ],
    [
      'Lusa',
      'Nevoeiro fecha porto de Leixões\n\nPorto, 05 set (Lusa) – O nevoeiro fechou hoje o porto de Leixões.\n\nAQ // PP\n\nLusa/Fim',
      {
        headline: 'Nevoeiro fecha porto de Leixões',
        source: 'Lusa',
        place: 'Porto',
        day: '9-5',
        lede: 'O nevoeiro fechou hoje o porto',
      },
    ],
    [
      'Lusa, with a service announced',
      'Nevoeiro fecha porto de Leixões - Capitania\n\n*** Serviço áudio disponível em www.lusa.example ***\n\nPorto, 05 set 2025 (Lusa) – O nevoeiro fechou hoje o porto de Leixões.',
      {
        headline: 'Nevoeiro fecha porto de Leixões - Capitania',
        source: 'Lusa',
        place: 'Porto',
        published: '2025-09-05',
        lede: 'O nevoeiro fechou hoje o porto',
      },
    ],
    [
      'TT, signed below one paragraph',
      'Dimma stängde hamnen\n\nDimma stängde hamnen i Göteborg på fredagen.\n\nAnna Hamn/TT',
      { headline: 'Dimma stängde hamnen', source: 'TT', lede: 'Dimma stängde hamnen i Götebor' },
    ],
    [
      'PAP, the day first',
      'Mgła zamknęła port w Gdańsku\n\n05.09.2025, Gdańsk (PAP) - Mgła zamknęła w piątek port w Gdańsku.\n\npap',
      {
        headline: 'Mgła zamknęła port w Gdańsku',
        source: 'PAP',
        place: 'Gdańsk',
        published: '2025-09-05',
        lede: 'Mgła zamknęła w piątek port w ',
      },
    ],
    [
      'CTK',
      'Mlha zavřela přístav\n\nPraha 5. září (ČTK) - Mlha v pátek zavřela přístav v Praze.\n\naq pp',
      {
        headline: 'Mlha zavřela přístav',
        source: 'ČTK',
        place: 'Praha',
        day: '9-5',
        lede: 'Mlha v pátek zavřela přístav v',
      },
    ],
    [
      'TASR',
      'Hmla zavrela prístav\n\nBratislava 5. septembra (TASR) - Hmla v piatok zavrela prístav v Bratislave.',
      {
        headline: 'Hmla zavrela prístav',
        source: 'TASR',
        place: 'Bratislava',
        day: '9-5',
        lede: 'Hmla v piatok zavrela prístav ',
      },
    ],
    [
      'MTI',
      'Köd zárta le a kikötőt\n\nBudapest, 2025. szeptember 5., péntek (MTI) - Köd zárta le pénteken a budapesti kikötőt.\n\naa \\ bb',
      {
        headline: 'Köd zárta le a kikötőt',
        source: 'MTI',
        place: 'Budapest',
        published: '2025-09-05',
        lede: 'Köd zárta le pénteken a budape',
      },
    ],
    [
      'Tanjug',
      'Magla zatvorila luku\n\nBEOGRAD, 5. septembra (Tanjug) - Magla je u petak zatvorila luku u Beogradu.',
      {
        headline: 'Magla zatvorila luku',
        source: 'TANJUG',
        place: 'Beograd',
        day: '9-5',
        lede: 'Magla je u petak zatvorila luk',
      },
    ],
    [
      'BelTA',
      'Туман закрыл порт\n\n5 сентября, Минск /Корр. БЕЛТА/. Туман закрыл речной порт в Минске.',
      {
        headline: 'Туман закрыл порт',
        source: 'БЕЛТА',
        place: 'Минск',
        day: '9-5',
        lede: 'Туман закрыл речной порт в Мин',
      },
    ],
    [
      'Anadolu, with its writer behind the agency',
      "Sis limanı kapattı\n\nİSTANBUL (AA) - AYŞE LİMAN - Sis, İstanbul Limanı'nı üçüncü gün de kapattı.",
      {
        headline: 'Sis limanı kapattı',
        authors: ['Ayşe Liman'],
        source: 'AA',
        place: 'İstanbul',
        lede: "Sis, İstanbul Limanı'nı üçüncü",
      },
    ],
    [
      'Anadolu’s site',
      'Fog closes Bosporus\n\nAyşe Liman   |05.09.2025 - Update : 05.09.2025\n\nISTANBUL\n\nFog closed the Bosporus to shipping for a third day on Friday, said the coast guard.',
      {
        headline: 'Fog closes Bosporus',
        authors: ['Ayşe Liman'],
        place: 'Istanbul',
        published: '2025-09-05',
        lede: 'Fog closed the Bosporus to shi',
      },
    ],
    [
      'Business Wire, correcting and replacing',
      'CORRECTING and REPLACING Pier Inc. Opens New Harbor\n\nROCKLAND, Maine--(BUSINESS WIRE)--Second paragraph of release dated September 4, 2025, should read: three piers (instead of four piers).\n\nThe updated release reads:\n\nPier Inc. today opened a new harbor.',
      {
        headline: 'Pier Inc. Opens New Harbor',
        source: 'Business Wire',
        place: 'Rockland, Maine',
        correction: 'CORRECTING and REPLACING',
        lede: 'Second paragraph of release da',
      },
    ],
    [
      'PR Newswire’s correction',
      '/C O R R E C T I O N -- Pier Inc./\n\nIn the news release, Pier Inc. Opens New Harbor, issued 05-Sep-2025 by Pier Inc. over PR Newswire, we are advised by the company that the second paragraph should read "three piers".\n\nPier Inc. Opens New Harbor\n\nROCKLAND, Maine, Sept. 5, 2025 /PRNewswire/ -- Pier Inc. today opened a new harbor.',
      {
        headline: 'Pier Inc. Opens New Harbor',
        source: 'PR Newswire',
        place: 'Rockland, Maine',
        published: '2025-09-05',
        correction: '/C O R R E C T I O N -- Pier Inc./',
        lede: 'Pier Inc. today opened a new h',
      },
    ],
    [
      'EurekAlert',
      'News Release 5-Sep-2025\n\nFog is thinning, study finds\n\nPeer-Reviewed Publication\n\nHarbor University\n\nFog over the coast of Maine is thinning, a study of forty years of records finds.',
      {
        headline: 'Fog is thinning, study finds',
        published: '2025-09-05',
        lede: 'Fog over the coast of Maine is',
      },
    ],
    [
      'a mail that was sent on',
      '-----Original Message-----\nFrom: Press Office [mailto:press@pier.example]\nSent: Friday, September 5, 2025 2:30 PM\nTo: desk@post.example\nSubject: FW: Harbor opens new pier\n\nThe harbor of Rockland opened a new pier on Friday.\n\nIt is made of wood.',
      { headline: 'Harbor opens new pier', published: '2025-09-05', lede: 'The harbor of Rockland opened ' },
    ],
    [
      'a German mail',
      'Von: Presse <presse@hafen.example>\nGesendet: Freitag, 5. September 2025 14:30\nAn: Redaktion\nBetreff: Hafen eröffnet neuen Pier\n\nDer Hafen von Rostock hat am Freitag einen neuen Pier eröffnet.',
      {
        headline: 'Hafen eröffnet neuen Pier',
        published: '2025-09-05',
        lede: 'Der Hafen von Rostock hat am F',
      },
    ],
    [
      'columns of forty characters',
      'Fog closes harbor for third day\n\nROCKLAND, Maine — Fog closed the harbor\nof Rockland on Friday, and three ships\nwaited outside for the third day.\n\nNobody knew when it would lift, said the\nharbor master.',
      {
        headline: 'Fog closes harbor for third day',
        place: 'Rockland, Maine',
        lede: 'Fog closed the harbor of Rockl',
      },
    ],
    [
      'a byline with telephone and address',
      'Fog closes harbor\nBy Ann Harbor, 207-555-0100, ann@pier.example\nFog closed the harbor of Rockland on Friday morning and all three ships had to wait.',
      { headline: 'Fog closes harbor', authors: ['Ann Harbor'], lede: 'Fog closed the harbor of Rockl' },
    ],
    [
      'initials below',
      'Fog closes harbor\nFog closed the harbor.\nIt rained.\npz/lcm/rmb',
      { headline: 'Fog closes harbor', lede: 'Fog closed the harbor. It rain' },
    ],
    [
      'initials in parentheses below',
      'Hafen wegen Nebel geschlossen\nDer Hafen ist zu.\nEs regnet.\n(rt/ez)',
      { headline: 'Hafen wegen Nebel geschlossen', lede: 'Der Hafen ist zu. Es regnet.' },
    ],
    [
      'a date of numbers that the dateline decides',
      'Date: 09/05/2025\nHeadline: Fog closes harbor\n\nROCKLAND, Maine, Sept. 5 (AP) — Fog closed the harbor on Friday.',
      {
        headline: 'Fog closes harbor',
        source: 'The Associated Press',
        place: 'Rockland, Maine',
        published: '2025-09-05',
        lede: 'Fog closed the harbor on Frida',
      },
    ],
    [
      'a date of numbers above a Spanish dateline',
      'Date: 05/09/2025\nHeadline: La niebla cierra el puerto\n\nVigo, 5 sep (EFE).- La niebla cerró el puerto este viernes.',
      {
        headline: 'La niebla cierra el puerto',
        source: 'EFE',
        place: 'Vigo',
        published: '2025-09-05',
        lede: 'La niebla cerró el puerto este',
      },
    ],
    [
      '中央社',
      '濃霧封港\n\n（中央社台北5日電）濃霧5日籠罩基隆港，港口連續第三天關閉。',
      {
        headline: '濃霧封港',
        source: '中央社',
        place: '台北',
        lede: '濃霧5日籠罩基隆港，港口連續第三天關閉。',
      },
    ],
    [
      'भाषा, with the day in words',
      'कोहरे से बंदरगाह बंद\n\nकोच्चि, पांच सितंबर (भाषा) कोहरे के कारण कोच्चि बंदरगाह शुक्रवार को तीसरे दिन भी बंद रहा।',
      { headline: 'कोहरे से बंदरगाह बंद', source: 'भाषा', place: 'कोच्चि', lede: 'कोहरे के कारण कोच्चि बंदरगाह श' },
    ],
    [
      'a diary, whose days are no date of its own',
      'Reuters World Diary: week of Sept 8\n\nMONDAY, SEPT 8\n\nROCKLAND, Maine – Port talks resume (0900 EDT)\n\nTUESDAY, SEPT 9\n\nPARIS – Council meets.',
      {
        headline: 'Reuters World Diary: week of Sept 8',
        place: 'Rockland, Maine',
        lede: 'Port talks resume (0900 EDT) P',
      },
    ],
    [
      'labels of a NewsML dump',
      'HeadLine: Fog closes harbor\nByLine: Ann Harbor\nDateLine: ROCKLAND, Maine\nDateId: 20250905\nNewsItemId: urn:newsml:pier.example:20250905:1\nKeywords: fog; ports\nCategory: Economy\n\nFog closed the harbor on Friday.\n\nThree ships waited outside for the third day in a row.',
      {
        headline: 'Fog closes harbor',
        authors: ['Ann Harbor'],
        place: 'Rockland, Maine',
        published: '2025-09-05',
        tags: ['fog', 'ports'],
        lede: 'Fog closed the harbor on Frida',
      },
    ],
    [
      'news digest',
      'BC-AP News Digest 2 pm\nAP News Digest 2 p.m.\n\nHere are the AP’s latest coverage plans, top stories and promotable content. All times EDT.\n\nTOP STORIES\n\nFOG-HARBOR — Fog closes the harbor. SENT: 400 words, photos.',
      { headline: 'AP News Digest 2 p.m.', lede: 'Here are the AP’s latest cover' },
    ],
  ];
  for (const [shape, text, expected] of cases) {
    it(`reads ${shape}`, () => {
      expectStory(text, expected);
    });
  }
});
