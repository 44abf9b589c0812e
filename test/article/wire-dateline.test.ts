/** Datelines of many agencies, and sentences that only look like one. */
import { expect } from 'chai';
import { readDateline } from '../../src/article/wire-dateline.ts';

describe('readDateline (T-30 … T-36)', () => {
  const found: [leadIn: string, place: string | undefined, source: string | undefined, lede?: string][] = [
    ['PORTSIDE, RUSSIA – The Harbor Times | ', 'Portside, Russia', 'The Harbor Times'],
    ['PARIS (AP) — ', 'Paris', 'The Associated Press'],
    ['BERLIN, Sept 5 (Reuters) - ', 'Berlin', 'Reuters'],
    ['NEW YORK – ', 'New York', undefined],
    ['NEW YORK — ', 'New York', undefined],
    ['NEW YORK-- ', 'New York', undefined],
    ['WASHINGTON, D.C. — ', 'Washington, D.C.', undefined],
    ['MINNEAPOLIS/ST. PAUL, Minn. (AP) -- ', 'Minneapolis/St. Paul, Minn.', 'The Associated Press'],
    ['KYIV, Ukraine, Sept. 5 /PRNewswire/ -- ', 'Kyiv, Ukraine', 'PR Newswire'],
    ['LONDON / Reuters / Sept 5, 2025 / ', 'London', 'Reuters'],
    ['TORONTO, ON / ACCESSWIRE / September 5, 2025 / ', 'Toronto, ON', 'ACCESSWIRE'],
    ['Berlin (dpa) - ', 'Berlin', 'dpa'],
    ['New York, Feb 26 - ', 'New York', undefined, 'The harbor is closed.'],
    ['4.9.Gdańsk (PAP) - ', 'Gdańsk', 'PAP'],
    ['МУРМАНСК, 5 сентября. /Корр. ТАСС Иван Причалов/. ', 'Мурманск', 'ТАСС', 'Порт закрыт.'],
    ['Москва. 5 сентября. INTERFAX.RU - ', 'Москва', 'Interfax', 'Порт закрыт.'],
    ['أبوظبي في 5 سبتمبر / وام / ', 'أبوظبي', 'وام', 'أغلق الضباب الميناء.'],
    ['Berlin (dpa/bb) - ', 'Berlin', 'dpa/bb'],
    ['Wien/Linz (APA) - ', 'Wien/Linz', 'APA'],
    ['Bonn (KNA) ', 'Bonn', 'KNA'],
    ['Frankfurt am Main (epd). ', 'Frankfurt am Main', 'epd'],
    ['МОСКВА, Россия — ТАСС | ', 'Москва, Россия', 'ТАСС', 'Встреча прошла в пятницу.'],
    ['SÃO PAULO, Brazil — ', 'São Paulo, Brazil', undefined],
    ['ST. JOSEPH, Mo. — ', 'St. Joseph, Mo.', undefined],
    ['PORT-AU-PRINCE, Haiti (AP) _ ', 'Port-au-Prince, Haiti', 'The Associated Press'],
    [
      'PORT OF SPAIN, Trinidad and Tobago (AP) — ',
      'Port of Spain, Trinidad and Tobago',
      'The Associated Press',
    ],
    ["N'DJAMENA, Chad — ", "N'Djamena, Chad", undefined],
    ['McALLEN, Texas (AP) — ', 'McAllen, Texas', 'The Associated Press'],
    ['AIX-EN-PROVENCE, France — ', 'Aix-en-Provence, France', undefined],
    ['MOSCOW, September 5. /TASS/. ', 'Moscow', 'TASS'],
    ['BEIJING, Sept. 5 (Xinhua) -- ', 'Beijing', 'Xinhua'],
    ['SEOUL, Sept. 5 (Yonhap) -- ', 'Seoul', 'Yonhap'],
    ['New Delhi [India], September 5 (ANI): ', 'New Delhi, India', 'ANI'],
    ['New Delhi, Sep 5 (PTI) ', 'New Delhi', 'PTI'],
    ['Paris, Sept 5, 2025 (AFP) - ', 'Paris', 'AFP'],
    ['Madrid, 5 sep (EFE).- ', 'Madrid', 'EFE'],
    ['NEW YORK--(BUSINESS WIRE)--', 'New York', 'Business Wire'],
    ['AUSTIN, Texas, Sept. 05, 2025 (GLOBE NEWSWIRE) -- ', 'Austin, Texas', 'GlobeNewswire'],
    ['KYIV, Kyiv Oblast, Ukraine — ', 'Kyiv, Kyiv Oblast, Ukraine', undefined],
    ['(Reuters) - ', undefined, 'Reuters'],
    ['SMALLVILLE, Sept. 5, 2025 – ', 'Smallville', undefined],
    ['TEL AVIV, Friday, Sept. 5 — ', 'Tel Aviv', undefined],
    ['MOSCOW, September 5. /TASS Correspondent Ivan Petrov/. ', 'Moscow', 'TASS'],
    ['МОСКВА. 5 сентября. ИНТЕРФАКС - ', 'Москва', 'Интерфакс'],
    ['МОСКВА, 5 сен - РИА Новости. ', 'Москва', 'РИА Новости'],
    ['КИЇВ. 5 вересня (УНН). ', 'Київ', 'УНН'],
    ['ROME, 3 mars (AFP) - ', 'Rome', 'AFP'],
    ['Madrid, 5 sep (EFECOM).- ', 'Madrid', 'EFECOM'],
    ['Posadas, 5 sep (XYZ) - ', 'Posadas', 'XYZ'],
    ['(CNN) — ', undefined, 'CNN'],
    ['Bern (awp/sda) - ', 'Bern', 'AWP/sda'],
    ['BRUSSEL 05/09 (BELGA) = ', 'Brussel', 'Belga'],
    ['Warszawa, 05.09.2025 (PAP) - ', 'Warszawa', 'PAP'],
    ['Praha 5. září (ČTK) - ', 'Praha', 'ČTK'],
    ['QUEBEC — ', 'Quebec', undefined],
    ["ST. JOHN'S — ", "St. John's", undefined],
    ['PORTLAND, Maine (Sept. 5, 2025) – ', 'Portland, Maine', undefined],
    ['Portland (AFP), Sept 5, 2025 - ', 'Portland', 'AFP'],
    ['(AGI) - Napoli, 5 set. - ', 'Napoli', 'AGI'],
    ['(Keystone-SDA) ', undefined, 'Keystone-SDA'],
    ['Berlin (dpa-infocom) - ', 'Berlin', 'dpa-infocom'],
    ['Kochi (Kerala) [India], September 5 (ANI): ', 'Kochi, Kerala, India', 'ANI'],
    ['MADRID, 5 sep 2025.- ', 'Madrid', undefined],
    ['SHARJAH, 5th September, 2025 (WAM) -- ', 'Sharjah', 'WAM'],
    ['Buenos Aires, 5 de septiembre (Télam).- ', 'Buenos Aires', 'Télam'],
    ['Romanshorn TG, 5. Sept. (sda) ', 'Romanshorn TG', 'sda'],
    ['Turku, 5.9. (STT) – ', 'Turku', 'STT'],
    ['SPLIT, 5. rujna 2025. (Hina) - ', 'Split', 'HINA'],
    ['София, 5 септември (БТА) ', 'София', 'БТА'],
    ['Владивосток. 5 сентября. ИНТЕРФАКС - ', 'Владивосток', 'Интерфакс'],
    ['ВЛАДИВОСТОК, 5 сен – РИА Новости, Иван Петров. ', 'Владивосток', 'РИА Новости'],
    ['PORTLAND, Maine--(BUSINESS WIRE)--', 'Portland, Maine', 'Business Wire'],
    ['Portland, Maine, Sept. 5, 2025 - ', 'Portland, Maine', undefined],
    ['Berlin, 5. September 2025 – ', 'Berlin', undefined],
    ['PORTLAND, Maine/BOSTON, Sept 5 (Reuters) - ', 'Portland, Maine/Boston', 'Reuters'],
    ['PORTLAND, Maine, and BOSTON (AP) — ', 'Portland, Maine, and Boston', 'The Associated Press'],
    ['Hamburg, den 5. September 2025 – ', 'Hamburg', undefined],
    ['Marseille, le 5 septembre 2025 – ', 'Marseille', undefined],
    ['Hamburg, 05.09.2025 – ', 'Hamburg', undefined],
    ['（高松時事）', '高松', '時事'],
    ['新华社广州9月5日电（记者张三、李四）', '广州', '新华社'],
    ['【東京共同】', '東京', '共同'],
    ['[東京 5日 ロイター] - ', '東京', 'ロイター'],
    ['【9月5日 AFP】', undefined, 'AFP'],
    ['（中央社記者王小明台北5日電）', undefined, '中央社'],
    ['(서울=연합뉴스) 김민수 기자 = ', '서울', '연합뉴스'],
    ['ירושלים (רויטרס) - ', 'ירושלים', 'רויטרס'],
    ['القاهرة (رويترز) - ', 'القاهرة', 'رويترز'],
    ['القاهرة 5 سبتمبر (أ ش أ) - ', 'القاهرة', 'أ ش أ'],
    ['नई दिल्ली, 5 सितंबर (भाषा) ', 'नई दिल्ली', 'भाषा'],
  ];
  for (const [leadIn, place, source, lede = 'Two ships collided on Friday, the mayor said.'] of found) {
    it(`reads “${leadIn}”`, () => {
      const dateline = readDateline(leadIn + lede);
      expect(dateline?.leadIn).to.equal(leadIn);
      expect(dateline?.dateline?.place).to.equal(place);
      expect(dateline?.source).to.equal(source);
    });
  }

  const text: [what: string, paragraph: string][] = [
    ['an alliance', 'NATO – the alliance that was founded in 1949 – has met.'],
    ['an alliance that opens a sentence', 'NATO – The alliance has met.'],
    ['a pronoun', 'I – like many – think that it is over.'],
    ['an opening By', 'By Kyiv, the war was won, he said – and lost.'],
    ['a quotation', '“PARIS – the city of light – is dark,” she said.'],
    ['a known city inside a parenthesis of dashes', 'PARIS – the city of light – went dark on Friday.'],
    ['an unknown place without proof', 'SMALLVILLE – Two ships collided.'],
    ['a list of companies', 'IBM, Google – both of them giants – have settled.'],
    ['an ordinary sentence', 'London, Berlin and Paris agreed - at last - to talk.'],
    ['an unknown parenthesis', 'The World Health Organization (WHO) – it said – agrees.'],
    ['an expanded acronym', 'NATO (North Atlantic Treaty Organization) – the alliance – has met.'],
    ['a headline in capitals', 'PORTLAND, SALEM – TALKS RESUME'],
    ['a range of years', '1914–1918 was a dark time.'],
    ['a hyphenated word', 'US-China talks resume, officials say.'],
    ['a quote headline', '…the move does not help – Putin.'],
    ['a city with its state', 'Philadelphia (PA) Mayor and council met.'],
    ['a company with its exchange', 'Orange (AP) reported a loss.'],
    ['a person and a role', 'ANN HARBOR, CEO – The head of the company spoke on Friday.'],
    ['capitals and a colored word', 'FIRE – A house burned on Friday.'],
    ['a name and an unknown parenthesis', 'Ann Harbor (NGO) - she said - agrees.'],
    ['a byline with its outlet', 'By Ann Harbor, Los Angeles Times (TNS)'],
    ['two cities in a sentence', 'Portland, Maine, and Boston agreed - at last - to talk.'],
    ['a title with its place and day', 'Camden Town, Sept. 5, 2025 - A day to remember'],
    ['a weekday and a date', 'Friday, Sept. 5, 2025 – The harbor was closed.'],
    ['a date that a sentence goes on from', 'Portland, Maine, Sept. 5, 2025 - that was the day.'],
    ['a day without its year', 'Portland, Maine, Sept. 5 - The harbor was closed.'],
    ['a byline before its agency', 'Af Anne Havn /ritzau/'],
    ['a name before a city and an agency', 'Ayşe LİMAN/İZMİR, (DHA)- Feribotlar durdu.'],
    ['a parenthesis after a city', 'Cape (Town) and country met - at last.'],
    ['a person and an agency', 'Putin (TASS photo) – the president – spoke.'],
    ['a state behind a city', 'Scranton, PA. The harbor is closed.'],
    ['a signature', 'Cy Pier, AP'],
    [
      'a word in capitals that an agency has too',
      'SPA - The resort is closed to all but a few of the guests',
    ],
    ['an agency of the government in the place of a region', 'Tehran, NASA – The agency said so.'],
    ['a day and no agency', 'September 5, Rockland said no – the harbor is closed.'],
  ];
  for (const [what, paragraph] of text) {
    it(`leaves ${what} as text (T-32)`, () => {
      expect(readDateline(paragraph)).to.equal(undefined);
    });
  }

  const dates: [paragraph: string, instant: string | undefined, dateText: string][] = [
    ['AUSTIN, Texas, Sept. 5, 2025 (AP) — It rained.', '2025-09-05T00:00:00.000Z', 'Sept. 5, 2025'],
    ['BERLIN, Sept 5 (Reuters) - It rained.', undefined, 'Sept 5'],
    ['PORTLAND, Maine (Sept. 5, 2025) – It rained.', '2025-09-05T00:00:00.000Z', 'Sept. 5, 2025'],
    ['Portland (AFP), Sept 5, 2025 - It rained.', '2025-09-05T00:00:00.000Z', 'Sept 5, 2025'],
    ['Gdańsk, 05.09.2025 (PAP) - It rained.', '2025-09-05T00:00:00.000Z', '05.09.2025'],
    ['Marseille, le 5 septembre 2025 – It rained.', '2025-09-05T00:00:00.000Z', 'le 5 septembre 2025'],
    ['SPLIT, 5. rujna 2025. (Hina) - It rained.', '2025-09-05T00:00:00.000Z', '5. rujna 2025'],
    ['ROME, 3 mars 2025 (AFP) - It rained.', '2025-03-03T00:00:00.000Z', '3 mars 2025'],
    ['LONDON / Reuters / Sept 5, 2025 / It rained.', '2025-09-05T00:00:00.000Z', 'Sept 5, 2025'],
  ];
  for (const [paragraph, instant, dateText] of dates) {
    it(`takes the date of “${paragraph}” only with its year (T-35)`, () => {
      const dateline = readDateline(paragraph);
      expect(dateline?.date?.instant.toISOString()).to.equal(instant);
      expect(dateline?.dateText).to.equal(dateText);
    });
  }

  it('takes a place in capitals for one where another line names the agency (T-32)', () => {
    expect(readDateline('SMALLVILLE – Two ships collided.', true)?.dateline?.place).to.equal('Smallville');
    expect(readDateline('NATO – The alliance has met.', true)).to.equal(undefined);
    expect(readDateline('FIRE – a house burned.', true)).to.equal(undefined);
  });

  it('keeps the raw place, the city and the region (T-34)', () => {
    expect(readDateline('VLADIVOSTOK, RUSSIA – The Paper | It rained.')?.dateline).to.deep.equal({
      raw: 'VLADIVOSTOK, RUSSIA',
      place: 'Vladivostok, Russia',
      city: 'Vladivostok',
      region: 'Russia',
    });
  });

  it('reads a dateline that stands alone on its line', () => {
    expect(readDateline('LONDON, Sept 5 (Reuters)')?.source).to.equal('Reuters');
    expect(readDateline('PARIS')).to.equal(undefined);
  });

  it('takes linear time on a long line of capitals', () => {
    const started = process.hrtime.bigint();
    for (const text of [
      'A '.repeat(500_000),
      'A-'.repeat(500_000),
      'A, '.repeat(300_000),
      'ÉÉÉ/'.repeat(250_000),
    ]) {
      expect(readDateline(text)).to.equal(undefined);
    }
    expect(Number(process.hrtime.bigint() - started) / 1e6).to.be.below(200);
  });
});
