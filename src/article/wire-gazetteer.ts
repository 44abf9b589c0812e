/**
 * Names that a dateline may be recognised by: agencies, cities that stand alone, regions (T-31 … T-33).
 *
 * Tables only; nothing here is looked up elsewhere. They are small on purpose: what is not in them must bring
 * another proof.
 */

/** Agencies by their lower-case marks; the value is the name to credit. Expansion is by this table only (T-33). */
const AGENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ap: 'The Associated Press',
    'associated press': 'The Associated Press',
    'the associated press': 'The Associated Press',
    prnewswire: 'PR Newswire',
    'pr newswire': 'PR Newswire',
    'globe newswire': 'GlobeNewswire',
    globenewswire: 'GlobeNewswire',
    'business wire': 'Business Wire',
    accesswire: 'ACCESSWIRE',
    'access newswire': 'ACCESS Newswire',
    newsfile: 'Newsfile',
    'newsfile corp.': 'Newsfile',
    cnw: 'CNW',
    'ein presswire': 'EIN Presswire',
    'einpresswire.com': 'EIN Presswire',
    reuters: 'Reuters',
    reuter: 'Reuters',
    'thomson reuters': 'Reuters',
    'the canadian press': 'The Canadian Press',
    'canadian press': 'The Canadian Press',
    'la presse canadienne': 'La Presse Canadienne',
    'pa media': 'PA Media',
    'press association': 'Press Association',
    'the press association': 'Press Association',
    'agence france-presse': 'Agence France-Presse',
    'deutsche presse-agentur': 'Deutsche Presse-Agentur',
    'united press international': 'United Press International',
    'press trust of india': 'Press Trust of India',
    'bno news': 'BNO News',
    'xinhua news agency': 'Xinhua',
    'kyodo news service': 'Kyodo News',
    'yonhap news agency': 'Yonhap',
    'europa press': 'Europa Press',
    'news service of florida': 'News Service of Florida',
    xinhua: 'Xinhua',
    kyodo: 'Kyodo',
    'kyodo news': 'Kyodo News',
    yonhap: 'Yonhap',
    bloomberg: 'Bloomberg',
    interfax: 'Interfax',
    'interfax-ukraine': 'Interfax-Ukraine',
    ukrinform: 'Ukrinform',
    anadolu: 'Anadolu',
    bernama: 'Bernama',
    antara: 'Antara',
    lusa: 'Lusa',
    belga: 'Belga',
    sputnik: 'Sputnik',
    tass: 'TASS',
    'itar-tass': 'ITAR-TASS',
    тасс: 'ТАСС',
    прайм: 'ПРАЙМ',
    рейтер: 'Рейтер',
    белта: 'БЕЛТА',
    интерфакс: 'Интерфакс',
    'interfax.ru': 'Interfax',
    укринформ: 'Укринформ',
    укрінформ: 'Укрінформ',
    'риа новости': 'РИА Новости',
    dpa: 'dpa',
    epd: 'epd',
    kna: 'KNA',
    sda: 'sda',
    'keystone-sda': 'Keystone-SDA',
    'keystone-ats': 'Keystone-ATS',
    ots: 'ots',
    sid: 'SID',
    'dpa-afx': 'dpa-AFX',
    thx: 'thx',
    'dpa-infocom': 'dpa-infocom',
    'dpa-tmn': 'dpa-tmn',
    'prensa latina': 'Prensa Latina',
    notimex: 'Notimex',
    pana: 'PANA',
    sapa: 'SAPA',
    'australian associated press': 'Australian Associated Press',
    'agência brasil': 'Agência Brasil',
    'agence belga': 'Belga',
    'tribune news service': 'Tribune News Service',
    'mcclatchy news': 'McClatchy',
    'bbc news': 'BBC News',
    ritzau: 'Ritzau',
    télam: 'Télam',
    telam: 'Télam',
    adnkronos: 'Adnkronos',
    askanews: 'askanews',
    'religion news service': 'Religion News Service',
    'kff health news': 'KFF Health News',
    'the conversation': 'The Conversation',
    stateline: 'Stateline',
    folhapress: 'Folhapress',
    seenews: 'SeeNews',
    казтаг: 'КазТАГ',
    казинформ: 'Казинформ',
    бта: 'БТА',
  }),
);

/** Agencies that are credited by their capitals. */
const CAPITALS: ReadonlySet<string> = new Set(
  (
    'afp upi efe ansa pti ani ians apa aap pa cp ana mti pap ctk čtk tasr ats fena ata leta montsame armenpress azertac kcna azertag tanjug wam spa mena qna bna kuna irna isna ' +
    'saba petra sana afx unn upp aa ips rfe rl rfe/rl rfi cns cna bss unb app dd nna gna nan map tap aps stt ntb ' +
    'aa dha iha nzpa bns tt anp bta agerpres hina sta novinite kcna vna vov mna inp adn ana-mpa qnl ips unian уніан унн efecom ttxvn belta απε-μπε ansamed awp cnn npr rns tns ttxvn agi'
  ).split(' '),
);

/** The name to credit for an agency's mark (`AP`, `dpa`, `APA/dpa`), or undefined when no agency is known by it. */
export function agencyName(mark: string): string | undefined {
  const key = mark.trim().toLowerCase();
  const known = AGENCIES.get(key) ?? (CAPITALS.has(key) ? mark.trim().toUpperCase() : undefined);
  if (known !== undefined || !/[/,]/.test(key)) return known;
  const marks = mark.split(/\s*[/,]\s*/);
  const names = marks.map((part) => agencyName(part) ?? '');
  if (marks.length > 4 || names[0] === '') return undefined;
  return marks.map((part, at) => names[at] || part).join('/');
}

/** Cities that need no region (AP's list), capitals and cities whose name says enough; upper case, NFC. */
const CITIES: ReadonlySet<string> = new Set(
  (
    'ATLANTA|BALTIMORE|BOSTON|CHICAGO|CINCINNATI|CLEVELAND|DALLAS|DENVER|DETROIT|HONOLULU|HOUSTON|INDIANAPOLIS|' +
    'LAS VEGAS|LOS ANGELES|MIAMI|MILWAUKEE|MINNEAPOLIS|NEW ORLEANS|NEW YORK|OKLAHOMA CITY|PHILADELPHIA|PHOENIX|' +
    'PITTSBURGH|ST. LOUIS|SALT LAKE CITY|SAN ANTONIO|SAN DIEGO|SAN FRANCISCO|SEATTLE|WASHINGTON|BEIJING|BERLIN|' +
    'DJIBOUTI|DUBAI|GENEVA|GIBRALTAR|GUATEMALA CITY|HAVANA|HONG KONG|ISTANBUL|JERUSALEM|KUWAIT CITY|LONDON|' +
    'LUXEMBOURG|MACAU|MADRID|MEXICO CITY|MILAN|MONACO|MONTREAL|MOSCOW|MUNICH|NEW DELHI|PANAMA CITY|PARIS|PRAGUE|' +
    'QUEBEC CITY|RIO DE JANEIRO|ROME|SAN MARINO|SAO PAULO|SÃO PAULO|SHANGHAI|SINGAPORE|STOCKHOLM|SYDNEY|TOKYO|' +
    'TORONTO|UNITED NATIONS|VATICAN CITY|VIENNA|ZURICH|KYIV|KIEV|WARSAW|BUDAPEST|BRUSSELS|AMSTERDAM|THE HAGUE|' +
    'COPENHAGEN|OSLO|HELSINKI|REYKJAVIK|DUBLIN|EDINBURGH|BELFAST|CARDIFF|LISBON|ATHENS|SOFIA|BUCHAREST|BELGRADE|' +
    'ZAGREB|SARAJEVO|SKOPJE|TIRANA|PRISTINA|PODGORICA|LJUBLJANA|BRATISLAVA|VILNIUS|RIGA|TALLINN|MINSK|CHISINAU|' +
    'TBILISI|YEREVAN|BAKU|ANKARA|NICOSIA|BEIRUT|DAMASCUS|AMMAN|BAGHDAD|TEHRAN|RIYADH|DOHA|MANAMA|MUSCAT|SANAA|' +
    'ABU DHABI|TEL AVIV|RAMALLAH|GAZA|GAZA CITY|CAIRO|TRIPOLI|TUNIS|ALGIERS|RABAT|KHARTOUM|ADDIS ABABA|NAIROBI|' +
    'KAMPALA|KIGALI|MOGADISHU|DODOMA|LUSAKA|HARARE|MAPUTO|PRETORIA|JOHANNESBURG|CAPE TOWN|WINDHOEK|GABORONE|' +
    "LUANDA|KINSHASA|BRAZZAVILLE|LIBREVILLE|YAOUNDE|YAOUNDÉ|ABUJA|LAGOS|ACCRA|ABIDJAN|DAKAR|BAMAKO|NIAMEY|N'DJAMENA|" +
    'OUAGADOUGOU|CONAKRY|FREETOWN|MONROVIA|ANTANANARIVO|KABUL|ISLAMABAD|KARACHI|MUMBAI|DELHI|DHAKA|COLOMBO|' +
    'KATHMANDU|THIMPHU|YANGON|BANGKOK|HANOI|PHNOM PENH|VIENTIANE|KUALA LUMPUR|JAKARTA|MANILA|TAIPEI|SEOUL|' +
    'PYONGYANG|ULAANBAATAR|ASTANA|TASHKENT|BISHKEK|DUSHANBE|ASHGABAT|CANBERRA|MELBOURNE|WELLINGTON|AUCKLAND|SUVA|' +
    'OTTAWA|VANCOUVER|BOGOTA|BOGOTÁ|CARACAS|QUITO|LIMA|LA PAZ|SANTIAGO|BUENOS AIRES|MONTEVIDEO|ASUNCION|ASUNCIÓN|' +
    'BRASILIA|BRASÍLIA|SAN JUAN|SAN SALVADOR|TEGUCIGALPA|MANAGUA|KINGSTON|PORT-AU-PRINCE|SANTO DOMINGO|NASSAU|' +
    'BRIDGETOWN|CASTRIES|ROSEAU|KINGSTOWN|BASSETERRE|BELMOPAN|PARAMARIBO|VALLETTA|VADUZ|ANDORRA LA VELLA|BANJUL|BISSAU|' +
    'PRAIA|MALABO|BANGUI|LOME|LOMÉ|PORTO-NOVO|COTONOU|JUBA|ASMARA|MASERU|MBABANE|LILONGWE|GITEGA|BUJUMBURA|MORONI|' +
    'PORT LOUIS|NOUAKCHOTT|NAYPYITAW|DILI|BANDAR SERI BEGAWAN|PORT MORESBY|HONIARA|PORT VILA|APIA|TARAWA|MAJURO|' +
    'QUEBEC|QUÉBEC|HALIFAX|CALGARY|EDMONTON|WINNIPEG|REGINA|SASKATOON|FREDERICTON|CHARLOTTETOWN|IQALUIT|WHITEHORSE|' +
    "YELLOWKNIFE|ST. JOHN'S|MONTRÉAL|" +
    'GENOVA|NAPOLI|TORINO|FIRENZE|BOLOGNA|VENEZIA|PALERMO|ROTTERDAM|UTRECHT|EINDHOVEN|DEN HAAG|ANTWERPEN|ANTWERP|BRUSSEL|BRUXELLES|LIÈGE|LYON|MARSEILLE|' +
    'TOULOUSE|BORDEAUX|LILLE|STRASBOURG|NANTES|SEVILLA|VALENCIA|BILBAO|ZARAGOZA|MÁLAGA|LISBOA|CIUDAD DE MÉXICO|GUADALAJARA|MONTERREY|BELO HORIZONTE|' +
    'PORTO ALEGRE|RECIFE|FORTALEZA|CURITIBA|DÜSSELDORF|STUTTGART|LEIPZIG|DRESDEN|BREMEN|HANNOVER|NÜRNBERG|ROSTOCK|MAINZ|WIESBADEN|ERFURT|MAGDEBURG|' +
    'POTSDAM|SCHWERIN|SAARBRÜCKEN|GRAZ|SALZBURG|INNSBRUCK|BASEL|GENÈVE|LAUSANNE|LUZERN|KØBENHAVN|AARHUS|GÖTEBORG|MALMÖ|TRONDHEIM|STAVANGER|TAMPERE|' +
    'WARSZAWA|KRAKÓW|GDAŃSK|PRAHA|BRNO|BUCUREȘTI|BEOGRAD|İSTANBUL|İZMİR|MANCHESTER|LIVERPOOL|BIRMINGHAM|GLASGOW|BRISBANE|PERTH|ADELAIDE|KOLKATA|' +
    'CHENNAI|BENGALURU|HYDERABAD|AHMEDABAD|LUCKNOW|JAIPUR|PATNA|LAHORE|PESHAWAR|QUETTA|DURBAN|MOMBASA|OSAKA|NAGOYA|FUKUOKA|SAPPORO|BUSAN|GUANGZHOU|' +
    'SHENZHEN|WUHAN|CHENGDU|CHONGQING|NANJING|HANGZHOU|TIANJIN|KHARKIV|ODESA|LVIV|HO CHI MINH CITY|SURABAYA|HAIFA|ALEPPO|ALEXANDRIA|CASABLANCA|' +
    'BARCELONA|BERN|FRANKFURT|HAMBURG|COLOGNE|KÖLN|MÜNCHEN|WIEN|ZÜRICH|GENF|ROMA|MILANO|' +
    'МОСКВА|САНКТ-ПЕТЕРБУРГ|ПЕТЕРБУРГ|КИЕВ|КИЇВ|МИНСК|МІНСК|СОФИЯ|БЕОГРАД|ВЛАДИВОСТОК|АСТАНА|ТАШКЕНТ|ΑΘΗΝΑ|ΑΘΉΝΑ|ΛΕΥΚΩΣΙΑ'
  ).split('|'),
);

/** Whether a city is known well enough to prove a dateline alone (T-32). Twin cities are proved by either. */
export function isKnownCity(city: string): boolean {
  const name = city.toUpperCase().replaceAll('’', "'");
  return CITIES.has(name) || name.split('/').some((part) => CITIES.has(part.trim()));
}

/** Capitals that open sentences and are no place, whatever stands behind the comma. */
const NOT_CITIES: ReadonlySet<string> = new Set(
  (
    'NATO EU UN WHO IMF ECB FED FBI CIA NSA US U.S. UK U.K. USA UAE BBC CNN NBC CBS ABC AP AFP DPA UPI CEO CFO AI IT TV ' +
    'OPEC UNESCO UNICEF IAEA ICC WTO OECD GDP COVID COVID-19 NASA FIFA UEFA NBA NFL MLB NHL NOTE WARNING UPDATE ' +
    'BREAKING EXCLUSIVE ANALYSIS OPINION FACTBOX WATCH READ I A НАТО ЕС ООН США'
  ).split(' '),
);

/** Whether the capitals are known to be something else than a city. */
export function isKnownOtherwise(city: string): boolean {
  return NOT_CITIES.has(city) || city.length < 2;
}

/** States and provinces as datelines shorten them. */
const STATES =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|N\.[BCDHJLMSY]|Neb|Nev|Okla|Ont|Ore|P\.E\.I|Pa|Que|R\.I|S\.[CD]|Sask|Tenn|Va|Vt|W\.Va|Wash|Wis|Wyo|B\.C)\.$/;

/** Whether a region is a state or province in its short form: `Minn.`. */
export function isStateAbbreviation(region: string): boolean {
  return STATES.test(region);
}

/** Region codes and initials that keep their capitals in the display form (T-34). */
const KEPT_CAPITALS: ReadonlySet<string> = new Set(
  (
    'UK USA US UAE DRC EU AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ ' +
    'NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE NT YT NU NSW ACT QLD'
  ).split(' '),
);

/** Whether a word of a region is a code. */
export function isRegionCode(word: string): boolean {
  return KEPT_CAPITALS.has(word);
}
