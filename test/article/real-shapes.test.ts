/** Files as agencies, site generators and browsers make them; the words are made up. */
import { expect } from 'chai';
import type { Draft } from '../../src/article/draft.ts';
import { readDraft } from '../../src/article/read-draft.ts';
import { FILE_MARK, SITE_MARK } from '../../src/base/address.ts';

/** What is counted of each. */
interface Counted {
  readonly headline: string;
  readonly summary?: string;
  readonly authors?: readonly string[];
  readonly source?: string;
  readonly place?: string;
  readonly published?: string;
  readonly day?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly picture?: string;
  readonly correction?: string;
}

type Shape = readonly [what: string, path: string, text: string, expected: Counted];

function countedOf(draft: Draft): Counted {
  return {
    headline: draft.headline,
    summary: draft.summary,
    authors: draft.authors.map(({ name }) => name),
    ...(draft.source !== undefined && { source: draft.source }),
    ...(draft.dateline !== undefined && { place: draft.dateline.place }),
    ...(draft.published !== undefined && { published: draft.published.toISOString().replace('.000', '') }),
    ...(draft.datelineDay !== undefined && { day: `${draft.datelineDay.month}-${draft.datelineDay.day}` }),
    ...(draft.section !== undefined && { section: draft.section }),
    ...(draft.tags.length > 0 && { tags: draft.tags }),
    ...(draft.picture !== undefined && { picture: draft.picture.url }),
    ...(draft.correction !== undefined && { correction: draft.correction }),
  };
}

function checkAll(shapes: readonly Shape[]): void {
  for (const [what, path, text, expected] of shapes) {
    it(what, () => {
      const { draft, faults } = readDraft(path, Buffer.from(text), undefined as never);
      expect(faults.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
      const counted = countedOf(draft!);
      expect({ ...counted, summary: counted.summary!.slice(0, expected.summary?.length ?? 0) }).to.deep.equal(
        { summary: '', authors: [], ...expected },
      );
    });
  }
}

describe('wire copy of many agencies (T-01 … T-42)', () => {
  checkAll([
    [
      'AP, with slug, advisory and byline',
      'a.txt',
      "BC-US--Harbor Reopens, 1st Ld-Writethru\nHarbor reopens after storm, cheering fishing fleet\nEds: Updates with mayor's quotes. With AP Photos.\nBy JANE DOE\nAssociated Press\n\nPORTLAND, Maine (AP) — The harbor reopened Friday after a week of storms, letting the fleet put out for the first time since August.\n\n“We have waited a long time,” Mayor Ann Hill said.\n\n___\n\nAP writer John Roe in Boston contributed to this report.",
      {
        headline: 'Harbor reopens after storm, cheering fishing fleet',
        authors: ['Jane Doe'],
        source: 'The Associated Press',
        place: 'Portland, Maine',
        summary: 'The harbor reopened Friday',
      },
    ],
    [
      'Reuters, with bullets and an update',
      'a.txt',
      'UPDATE 2-Oil rises as storm shuts Gulf ports\n* Brent up 2%\n* Storm heads for Texas\nBy Jane Doe and Wei Chen\nLONDON, Sept 5 (Reuters) - Oil prices rose on Friday as a storm shut ports along the Gulf coast, traders said.\nBrent crude was up 2% at $80.10 a barrel by 1030 GMT.\n(Reporting by Jane Doe in London and Wei Chen in Beijing; Editing by Sam Poe)',
      {
        headline: 'Oil rises as storm shuts Gulf ports',
        authors: ['Jane Doe', 'Wei Chen'],
        source: 'Reuters',
        place: 'London',
        day: '9-5',
        summary: 'Oil prices rose on Friday',
      },
    ],
    [
      'AFP',
      'a.txt',
      'Storm shuts ports on Gulf coast\n\nParis, Sept 5, 2025 (AFP) - A storm shut ports on the Gulf coast on Friday, officials said.\n\nShips waited offshore.\n\njd/wc/sp',
      {
        headline: 'Storm shuts ports on Gulf coast',
        source: 'AFP',
        place: 'Paris',
        published: '2025-09-05T00:00:00Z',
        summary: 'A storm shut ports',
      },
    ],
    [
      'dpa',
      'a.txt',
      'Hafen nach Sturm wieder offen =\nHamburg (dpa) - Der Hamburger Hafen ist nach dem Sturm wieder geöffnet.\n\nSchiffe hatten drei Tage gewartet.\ndpa jd yyno n1',
      {
        headline: 'Hafen nach Sturm wieder offen',
        source: 'dpa',
        place: 'Hamburg',
        summary: 'Der Hamburger Hafen ist',
      },
    ],
    [
      'UPI, without a place',
      'a.txt',
      'Harbor reopens in Maine\nSept. 5 (UPI) -- The harbor in Portland, Maine, reopened Friday after a week of storms, officials said in a statement.\nThe fleet put out at dawn.',
      { headline: 'Harbor reopens in Maine', source: 'UPI', day: '9-5', summary: 'The harbor in Portland' },
    ],
    [
      'Xinhua',
      'a.txt',
      'Port reopens after typhoon\n\nGUANGZHOU, Sept. 5 (Xinhua) -- The port of Guangzhou reopened on Friday after a typhoon passed, local authorities said.\n\nMore than 300 ships had waited. Enditem',
      {
        headline: 'Port reopens after typhoon',
        source: 'Xinhua',
        place: 'Guangzhou',
        day: '9-5',
        summary: 'The port of Guangzhou',
      },
    ],
    [
      'TASS',
      'a.txt',
      'Port in Vladivostok resumes work after storm — administration\n\nVLADIVOSTOK, September 5. /TASS/. The commercial port of Vladivostok resumed work on Friday, its administration told TASS.\n\nShips had waited for two days.',
      {
        headline: 'Port in Vladivostok resumes work after storm — administration',
        source: 'TASS',
        place: 'Vladivostok',
        day: '9-5',
        summary: 'The commercial port',
      },
    ],
    [
      'ТАСС',
      'a.txt',
      'Порт Владивостока возобновил работу после шторма\n\nВЛАДИВОСТОК, 5 сентября. /ТАСС/. Торговый порт Владивостока возобновил работу в пятницу, сообщили в администрации.\n\nСуда ждали два дня.',
      {
        headline: 'Порт Владивостока возобновил работу после шторма',
        source: 'ТАСС',
        place: 'Владивосток',
        day: '9-5',
        summary: 'Торговый порт',
      },
    ],
    [
      'PR Newswire',
      'a.txt',
      'Acme Corp. Announces Third-Quarter Results\n\nNews provided by\nAcme Corp.\nSep 05, 2025, 08:00 ET\n\nAUSTIN, Texas, Sept. 5, 2025 /PRNewswire/ -- Acme Corp. (NYSE: ACM) today announced results for the third quarter.\n\n"We are pleased," said Jane Doe, CEO.\n\nSOURCE Acme Corp.\n\n###',
      {
        headline: 'Acme Corp. Announces Third-Quarter Results',
        source: 'PR Newswire',
        place: 'Austin, Texas',
        published: '2025-09-05T12:00:00Z',
        summary: 'Acme Corp. (NYSE: ACM) today',
      },
    ],
    [
      'Business Wire',
      'a.txt',
      'Acme Corp. Names New Chief Executive\n\nSeptember 05, 2025 08:00 AM Eastern Daylight Time\n\nNEW YORK--(BUSINESS WIRE)--Acme Corp. today named Jane Doe its chief executive.\n\nContacts\nMedia:\nJohn Roe',
      {
        headline: 'Acme Corp. Names New Chief Executive',
        source: 'Business Wire',
        place: 'New York',
        published: '2025-09-05T12:00:00Z',
        summary: 'Acme Corp. today named',
      },
    ],
    [
      'a local paper',
      'a.txt',
      'Council approves new bridge\nVote follows months of debate\nBy Jane Doe | Staff Writer\njdoe@example.com\n\nThe city council approved a new bridge over the mill stream on Tuesday night, ending months of debate.\n\nWork will begin in spring, the council said.',
      {
        headline: 'Council approves new bridge',
        authors: ['Jane Doe'],
        summary: 'The city council approved',
      },
    ],
    [
      'a government',
      'a.txt',
      'FOR IMMEDIATE RELEASE\nFriday, September 5, 2025\n\nDepartment of Harbors Announces $2 Million in Grants\n\nWASHINGTON – The Department of Harbors today announced $2 million in grants to small ports.\n\n“Ports matter,” said Secretary Jane Doe.\n\n###',
      {
        headline: 'Department of Harbors Announces $2 Million in Grants',
        place: 'Washington',
        published: '2025-09-05T00:00:00Z',
        summary: 'The Department of Harbors today',
      },
    ],
    [
      'Kyodo',
      'a.txt',
      'Typhoon closes Tokyo port\n\nTOKYO, Sept. 5, Kyodo - A typhoon closed the port of Tokyo on Friday, the metropolitan government said in a statement.\n\nFlights were canceled.',
      { headline: 'Typhoon closes Tokyo port', source: 'Kyodo', place: 'Tokyo', day: '9-5' },
    ],
    [
      'EFE',
      'a.txt',
      'El puerto de Cádiz reabre tras el temporal\n\nCádiz, 5 sep (EFE).- El puerto de Cádiz reabrió este viernes tras el temporal.\n\nLos barcos esperaron tres días. EFE',
      { headline: 'El puerto de Cádiz reabre tras el temporal', source: 'EFE', place: 'Cádiz', day: '9-5' },
    ],
    [
      'ANSA',
      'a.txt',
      "Riapre il porto di Genova\n(ANSA) - GENOVA, 05 SET - Il porto di Genova ha riaperto dopo la tempesta, ha comunicato l'autorità.\nLe navi hanno atteso tre giorni. (ANSA).",
      { headline: 'Riapre il porto di Genova', source: 'ANSA', place: 'Genova', day: '9-5' },
    ],
    [
      '新华社',
      'a.txt',
      '广州港恢复运营\n\n新华社广州9月5日电（记者张三）广州港5日恢复运营。当地部门表示，三百多艘船只曾在港外等候。\n\n港口方面说，作业已全面恢复。',
      {
        headline: '广州港恢复运营',
        source: '新华社',
        authors: ['张三'],
        place: '广州',
        day: '9-5',
        summary: '广州港5日恢复运营。',
      },
    ],
    [
      '共同',
      'a.txt',
      '東京港が再開\n\n【東京=共同】東京港は5日、台風の通過後に再開した。\n\n船は三日間待っていた。',
      { headline: '東京港が再開', source: '共同', place: '東京', summary: '東京港は5日、' },
    ],
    [
      '연합뉴스',
      'a.txt',
      '서울 항구 재개\n\n(서울=연합뉴스) 홍길동 기자 = 항구가 5일 다시 문을 열었다고 당국이 밝혔다.\n\n배들은 사흘을 기다렸다.',
      {
        headline: '서울 항구 재개',
        source: '연합뉴스',
        authors: ['홍길동'],
        place: '서울',
        summary: '항구가 5일',
      },
    ],
    [
      'رويترز',
      'a.txt',
      'الميناء يفتح من جديد\n\nالقاهرة (رويترز) - فتح الميناء من جديد يوم الجمعة بعد العاصفة؛ قال مسؤولون.\n\nانتظرت السفن ثلاثة أيام.',
      { headline: 'الميناء يفتح من جديد', source: 'رويترز', place: 'القاهرة', summary: 'فتح الميناء' },
    ],
    [
      'IPTC 7901',
      'a.txt',
      '\u0001bkn014 4 pl 171 Hafen/Sturm\r\n\u0002Hafen nach Sturm wieder offen =\r\nBerlin (KNA) Der Hafen ist wieder offen.\r\nSchiffe warteten.\r\n\u0003051230 SEP 25\u0004',
      {
        headline: 'Hafen nach Sturm wieder offen',
        source: 'KNA',
        place: 'Berlin',
        published: '2025-09-05T12:30:00Z',
      },
    ],
    [
      'labels',
      'a.txt',
      'Slug: harbor\nHeadline: Harbor reopens\nByline: Jane Doe, The Post\nDateline: PORTLAND, Maine\nDate: September 5, 2025 10:00 a.m. EDT\nCategory: Maine\nKeywords: harbor, storm\n\nThe harbor reopened on Friday.\n\nShips put out.',
      {
        headline: 'Harbor reopens',
        authors: ['Jane Doe'],
        source: 'The Post',
        place: 'Portland, Maine',
        published: '2025-09-05T14:00:00Z',
        section: 'Maine',
        tags: ['harbor', 'storm'],
      },
    ],
    [
      'a correction',
      'a.txt',
      'CORRECTION: An earlier version misspelled the name of the mayor.\nHarbor reopens\n\nPORTLAND, Maine (AP) — The harbor reopened.\n\nShips put out.',
      {
        headline: 'Harbor reopens',
        source: 'The Associated Press',
        place: 'Portland, Maine',
        correction: 'An earlier version misspelled the name of the mayor.',
      },
    ],
  ]);
});

describe('posts of site generators (T-06, T-23, T-37)', () => {
  checkAll([
    [
      'Hugo in TOML, as a bundle',
      'content/posts/fog/index.md',
      '+++\ntitle = "Fog on the pier"\ndate = 2024-05-01T10:00:00+02:00\nlastmod = 2024-05-02\ndraft = false\ntags = ["fog", "pier"]\ncategories = ["Weather"]\nauthor = "Ada North"\n[cover]\nimage = "fog.jpg"\nalt = "Fog"\n+++\n\nThe pier was gone.\n\n<!--more-->\n\nIt came back.',
      {
        headline: 'Fog on the pier',
        published: '2024-05-01T08:00:00Z',
        tags: ['fog', 'pier'],
        section: 'Weather',
        authors: ['Ada North'],
        picture: `${FILE_MARK}content/posts/fog/fog.jpg`,
        summary: 'The pier was gone.',
      },
    ],
    [
      'Hugo in YAML, with shortcodes',
      'content/news/fog.md',
      '---\ntitle: Fog\ndate: 2024-05-01\nimages: [/img/fog.jpg]\nkeywords: [fog]\n---\n{{< figure src="a.png" >}}\n\nThe pier {{< param "x" >}}was gone.',
      {
        headline: 'Fog',
        published: '2024-05-01T00:00:00Z',
        section: 'News',
        tags: ['fog'],
        picture: `${SITE_MARK}/img/fog.jpg`,
        summary: 'The pier was gone.',
      },
    ],
    [
      'Hugo in JSON',
      'a.md',
      '{\n  "title": "Fog",\n  "date": "2024-05-01",\n  "tags": ["fog"]\n}\n\nThe pier was gone.',
      { headline: 'Fog', published: '2024-05-01T00:00:00Z', tags: ['fog'], summary: 'The pier' },
    ],
    [
      'Jekyll',
      '_posts/2024-05-01-fog-on-the-pier.md',
      '---\nlayout: post\ntitle:  "Fog: on the pier"\ndate:   2024-05-01 10:00:00 +0200\ncategories: weather sea\nauthor: ada\nexcerpt: The pier was gone.\n---\n\n![Fog]({{ site.baseurl }}/assets/fog.jpg){: .center}\n\nText.',
      {
        headline: 'Fog: on the pier',
        published: '2024-05-01T08:00:00Z',
        section: 'weather',
        tags: ['sea'],
        authors: ['ada'],
        picture: `${SITE_MARK}/assets/fog.jpg`,
        summary: 'The pier was gone.',
      },
    ],
    [
      'Jekyll without front matter dates',
      '_posts/2024-05-01-fog.markdown',
      '---\nlayout: post\n---\n# Fog on the pier\n\nThe pier was gone.',
      { headline: 'Fog on the pier', published: '2024-05-01T00:00:00Z', summary: 'The pier' },
    ],
    [
      'Jekyll of Minimal Mistakes',
      '_posts/2024-05-01-fog.md',
      '---\ntitle: Fog\nheader:\n  image: /assets/fog.jpg\n  caption: Fog\nlast_modified_at: 2024-05-02\n---\nThe pier was gone.',
      {
        headline: 'Fog',
        published: '2024-05-01T00:00:00Z',
        picture: `${SITE_MARK}/assets/fog.jpg`,
        summary: 'The pier',
      },
    ],
    [
      'Eleventy',
      'src/posts/fog.md',
      '---\ntitle: Fog\ndescription: The pier was gone.\ndate: 2024-05-01\ntags:\n  - fog\n  - pier\nlayout: layouts/post.njk\n---\n\nText with {{ metadata.title }}.',
      {
        headline: 'Fog',
        published: '2024-05-01T00:00:00Z',
        tags: ['fog', 'pier'],
        summary: 'The pier was gone.',
      },
    ],
    [
      'Astro',
      'src/content/blog/fog.mdx',
      "---\ntitle: 'Fog'\ndescription: 'The pier was gone.'\npubDate: 'Jul 08 2022'\nupdatedDate: 2022-07-10\nheroImage: '../../assets/fog.jpg'\n---\nimport X from './x.astro';\n\n<X />\n\nText.",
      {
        headline: 'Fog',
        published: '2022-07-08T00:00:00Z',
        section: 'Blog',
        picture: `${FILE_MARK}src/assets/fog.jpg`,
        summary: 'The pier was gone.',
      },
    ],
    [
      'Zola',
      'content/fog.md',
      '+++\ntitle = "Fog"\ndate = 2024-05-01\nupdated = 2024-05-02\n[taxonomies]\ntags = ["fog"]\ncategories = ["Weather"]\n[extra]\nimage = "fog.jpg"\n+++\nThe pier was gone. See [this](@/other.md).',
      {
        headline: 'Fog',
        published: '2024-05-01T00:00:00Z',
        tags: ['fog'],
        section: 'Weather',
        picture: `${FILE_MARK}content/fog.jpg`,
        summary: 'The pier was gone. See this.',
      },
    ],
    [
      'Ghost',
      'fog.md',
      '---\ntitle: Fog\nslug: fog\ncustom_excerpt: The pier was gone.\nfeature_image: https://ghost.example/fog.jpg\nstatus: published\npublished_at: 2024-05-01T10:00:00.000Z\ntags: [Weather]\nauthors: [Ada North, Bo South]\n---\nText.',
      {
        headline: 'Fog',
        published: '2024-05-01T10:00:00Z',
        tags: ['Weather'],
        authors: ['Ada North', 'Bo South'],
        picture: 'https://ghost.example/fog.jpg',
        summary: 'The pier was gone.',
      },
    ],
    [
      'Docusaurus',
      'blog/2024-05-01-fog.md',
      '---\nslug: fog\ntitle: Fog\nauthors:\n  - name: Ada North\n    title: Keeper\n    url: https://ada.example/\n    image_url: https://ada.example/a.png\ntags: [fog]\n---\nThe pier was gone.\n\n<!-- truncate -->\n\nMore.',
      {
        headline: 'Fog',
        published: '2024-05-01T00:00:00Z',
        section: 'Blog',
        tags: ['fog'],
        authors: ['Ada North'],
        summary: 'The pier was gone.',
      },
    ],
    [
      'Docusaurus, with a comment of MDX in Markdown',
      'blog/2024-05-01-fog.md',
      '---\ntitle: Fog\n---\nThe pier was gone.\n\n{/* truncate */}\n\nIt came back.',
      { headline: 'Fog', published: '2024-05-01T00:00:00Z', section: 'Blog', summary: 'The pier was gone.' },
    ],
    [
      'Jekyll, with a folder for pictures',
      '_posts/2024-05-01-fog.md',
      '---\ntitle: Fog\nmedia_subpath: /assets/fog/\nimage:\n  path: pier.jpg\n  alt: The pier\n---\nGone. ![a](/b.png)',
      {
        headline: 'Fog',
        published: '2024-05-01T00:00:00Z',
        picture: `${SITE_MARK}/assets/fog/pier.jpg`,
        summary: 'Gone.',
      },
    ],
    [
      'VitePress',
      'posts/fog.md',
      '---\ntitle: Fog\ndate: 2024-05-01\n---\n# {{ $frontmatter.title }}\n\nThe pier was gone.',
      { headline: 'Fog', published: '2024-05-01T00:00:00Z', summary: 'The pier was gone.' },
    ],
    [
      'Hexo',
      'source/_posts/fog.md',
      '---\ntitle: 雾\ndate: 2024-05-01 10:00:00\nupdated: 2024-05-02 10:00:00\ncategories:\n- 天气\ntags:\n- 雾\n---\n码头不见了。\n<!-- more -->\n它回来了。',
      {
        headline: '雾',
        published: '2024-05-01T10:00:00Z',
        section: '天气',
        tags: ['雾'],
        summary: '码头不见了。',
      },
    ],
    [
      'plain Markdown',
      'notes/fog.md',
      '# Fog on the pier\n\nThe pier was gone.',
      { headline: 'Fog on the pier', section: 'Notes', summary: 'The pier' },
    ],
  ]);
});

describe('pages that browsers saved (T-06, R-44)', () => {
  checkAll([
    [
      'WordPress',
      'a.html',
      `<!DOCTYPE html><html lang="en-US"><head><title>Fog on the pier - The Post</title><meta property="og:title" content="Fog on the pier"><meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2024-05-01T08:00:00+00:00"><meta name="author" content="Ada North"><script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"Article","author":{"name":"Ada North","@id":"#p"},"headline":"Fog on the pier","datePublished":"2024-05-01T08:00:00+00:00","keywords":["fog"],"articleSection":["Weather"]},{"@type":"WebPage","name":"x"}]}</script></head><body class="single"><header id="masthead"><img src="logo.png"></header><main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Fog on the pier</h1><div class="entry-meta">By Ada North on May 1</div></header><div class="entry-content"><p>The pier was gone.</p><figure><img src="fog.jpg" srcset="fog.jpg 1024w, fog-2x.jpg 2048w"></figure><div class="sharedaddy">Share this</div></div><footer class="entry-footer">Posted in Weather</footer></article><div id="comments"><p>First!</p></div></main></body></html>`,
      {
        headline: 'Fog on the pier',
        published: '2024-05-01T08:00:00Z',
        section: 'Weather',
        tags: ['fog'],
        authors: ['Ada North'],
        picture: `${FILE_MARK}fog-2x.jpg`,
        summary: 'The pier was gone.',
      },
    ],
    [
      'a newspaper',
      'a.html',
      '<html><head><title>Fog closes pier | World | The Daily</title><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":"Fog closes pier","datePublished":"2024-05-01T08:00:00Z","dateModified":"2024-05-01T09:00:00Z","author":[{"@type":"Person","name":"Ada North"},{"@type":"Person","name":"Bo South"}],"image":["https://d.example/fog.jpg"],"description":"The pier closed."}]</script></head><body><nav>World</nav><main><article><header><h1>Fog closes pier</h1><p class="byline">By Ada North and Bo South</p></header><p>The pier closed on Friday.</p><aside>Read more</aside><p>Boats waited.</p></article></main></body></html>',
      {
        headline: 'Fog closes pier',
        published: '2024-05-01T08:00:00Z',
        authors: ['Ada North', 'Bo South'],
        picture: 'https://d.example/fog.jpg',
        summary: 'The pier closed.',
      },
    ],
    [
      'microdata of the nineties’ children',
      'a.html',
      '<html><head><title>Fog closes pier</title></head><body><div id="menu">Home</div><div itemscope itemtype="https://schema.org/Article"><div itemprop="articleBody" class="story-body"><h1 itemprop="headline">Fog closes pier</h1><p>By <span itemprop="author">Ada North</span>, <time itemprop="datePublished" datetime="2024-05-01">May 1</time></p><p>The pier closed.</p></div></div></body></html>',
      { headline: 'Fog closes pier', published: '2024-05-01T00:00:00Z', authors: ['Ada North'] },
    ],
    [
      'WordPress without metadata',
      'a.html',
      '<html lang="en"><head><title>Fog on the pier – The Post</title></head><body><article class="hentry"><header class="entry-header"><h1 class="entry-title">Fog on the pier</h1><div class="entry-meta"><time class="entry-date published" datetime="2024-05-01T10:00:00+02:00">May 1</time><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/a">Ada North</a></span></span></div></header><div class="entry-content"><p>The pier was gone.</p></div><footer class="entry-footer"><a href="/w" rel="category tag">Weather</a> <a href="/f" rel="tag">fog</a><a href="/p" rel="tag">pier</a></footer></article></body></html>',
      {
        headline: 'Fog on the pier',
        published: '2024-05-01T08:00:00Z',
        authors: ['Ada North'],
        section: 'Weather',
        tags: ['fog', 'pier'],
        summary: 'The pier was gone.',
      },
    ],
    [
      'Blogger',
      'a.html',
      '<html lang="en"><head><title>The Post: Fog on the pier</title><meta property="og:title" content="Fog on the pier"></head><body><h1 class="title">The Post</h1><div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title" itemprop="name">Fog on the pier</h3><div class="post-body entry-content" itemprop="articleBody">The pier was gone.<br><br>Boats waited.</div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn" itemprop="author"><span itemprop="name">Ada North</span></span></span> at <abbr class="published" itemprop="datePublished" title="2024-05-01T07:30:00-07:00">7:30 AM</abbr> Labels: <a rel="tag" href="/l">fog</a></div></div></body></html>',
      {
        headline: 'Fog on the pier',
        published: '2024-05-01T14:30:00Z',
        authors: ['Ada North'],
        tags: ['fog'],
        summary: 'The pier was gone. Boats waited.',
      },
    ],
    [
      'Medium',
      'a.html',
      '<html lang="en"><head><meta property="og:site_name" content="Medium"><meta property="og:title" content="Fog on the pier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fog on the pier - The Post - Medium","datePublished":"2024-05-01T08:00:00Z","keywords":["Lite:true","Tag:Fog","Topic:Weather"],"author":{"name":"Ada North"}}</script></head><body><article><h1>Fog on the pier</h1><div class="speechify-ignore"><a href="/@ada"><img src="https://m.example/face.jpg" width="44" height="44"></a>5 min read</div><p>The pier was gone, and so were the boats that had been there the day before.</p></article></body></html>',
      {
        headline: 'Fog on the pier',
        published: '2024-05-01T08:00:00Z',
        authors: ['Ada North'],
        tags: ['Fog'],
        summary: 'The pier was gone',
      },
    ],
    [
      'Ghost',
      'a.html',
      '<html lang="en"><head><title>Fog</title><meta property="article:published_time" content="2024-05-01T08:00:00Z"><meta property="article:tag" content="Weather"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada North"></head><body><article class="gh-article"><header><h1>Fog</h1><p class="gh-article-excerpt">It came early.</p></header><section class="gh-content"><p>The pier was gone.</p></section></article></body></html>',
      {
        headline: 'Fog',
        published: '2024-05-01T08:00:00Z',
        authors: ['Ada North'],
        tags: ['Weather'],
        summary: 'The pier was gone.',
      },
    ],
    [
      'an archive with Dublin Core',
      'a.html',
      '<html><head><title>Fog | Archive</title><meta name="DC.title" content="Fog on the pier"><meta name="DC.creator" content="Ada North"><meta name="DCTERMS.issued" content="2024-05-01"><meta name="DC.subject" content="fog; piers"></head><body><p>The pier was gone.</p></body></html>',
      {
        headline: 'Fog on the pier',
        published: '2024-05-01T00:00:00Z',
        authors: ['Ada North'],
        tags: ['fog', 'piers'],
        summary: 'The pier was gone.',
      },
    ],
    [
      'a fragment of an editor',
      'world/fog.html',
      '<h1>Fog closes pier</h1>\n<p>The pier closed.</p><p>&nbsp;</p>',
      { headline: 'Fog closes pier', section: 'World', summary: 'The pier closed.' },
    ],
  ]);
});
