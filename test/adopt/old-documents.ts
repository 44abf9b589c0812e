/**
 * Feeds in the manner of the programs that people move from: the same three articles, each time.
 */

/** What all of them tell: one with a text, one with an ampersand and quotes in its title, one that has no match. */
export const TEXTS = {
  lamp: 'The harbour master counted the boats twice before he wrote the number in his book, and the lamp was lit at last by the keeper of the pier, who had waited ninety years for the day.',
  ferry:
    'The first ferry of the day will leave ten minutes later from Monday so that the shop on the island can open with rolls that are still warm, the harbour office said on Friday.',
} as const;

/** WordPress: guids that are addresses and say that they are no permanent links; zones; typographic references. */
export const WORDPRESS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
	>

<channel>
	<title>Old Harbour</title>
	<atom:link href="https://old.example.org/feed/" rel="self" type="application/rss+xml" />
	<link>https://old.example.org</link>
	<lastBuildDate>Mon, 08 Sep 2025 10:00:00 +0000</lastBuildDate>
	<generator>https://wordpress.org/?v=6.5.2</generator>
	<item>
		<title>The lamp is lit</title>
		<link>https://old.example.org/2025/09/05/the-lamp-is-lit/</link>
		<comments>https://old.example.org/2025/09/05/the-lamp-is-lit/#respond</comments>
		<dc:creator><![CDATA[ada]]></dc:creator>
		<pubDate>Fri, 05 Sep 2025 09:41:07 +0200</pubDate>
		<category><![CDATA[Harbour]]></category>
		<guid isPermaLink="false">https://old.example.org/?p=12</guid>
		<description><![CDATA[The harbour master counted the boats twice [&#8230;]]]></description>
		<content:encoded><![CDATA[<p>${TEXTS.lamp}</p>]]></content:encoded>
		<slash:comments>3</slash:comments>
	</item>
	<item>
		<title>&#8220;Bread &#038; butter&#8221;: the ferry&#8217;s wait</title>
		<link>https://old.example.org/2025/09/04/bread/</link>
		<pubDate>Thu, 04 Sep 2025 06:30:00 +0000</pubDate>
		<guid isPermaLink="false">https://old.example.org/?p=9</guid>
		<description><![CDATA[${TEXTS.ferry}]]></description>
	</item>
	<item>
		<title>Hello world!</title>
		<link>https://old.example.org/2009/01/01/hello-world/</link>
		<pubDate>Thu, 01 Jan 2009 00:00:00 +0000</pubDate>
		<guid isPermaLink="false">https://old.example.org/?p=1</guid>
	</item>
</channel>
</rss>
`;

/** Ghost: hexadecimal ids, everything in CDATA. */
export const GHOST = `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title><![CDATA[Old Harbour]]></title><description><![CDATA[Notes]]></description><link>https://old.example.org/</link><image><url>https://old.example.org/favicon.png</url><title>Old Harbour</title><link>https://old.example.org/</link></image><generator>Ghost 5.82</generator><lastBuildDate>Mon, 08 Sep 2025 10:00:00 GMT</lastBuildDate><ttl>60</ttl><item><title><![CDATA[The lamp is lit]]></title><description><![CDATA[The harbour master counted]]></description><link>https://old.example.org/the-lamp-is-lit/</link><guid isPermaLink="false">65f0c1d2e3a4b5c6d7e8f901</guid><category><![CDATA[Harbour]]></category><dc:creator><![CDATA[Ada Quill]]></dc:creator><pubDate>Fri, 05 Sep 2025 07:41:07 GMT</pubDate><media:content url="https://old.example.org/lamp.jpg" medium="image"/><content:encoded><![CDATA[<img src="https://old.example.org/lamp.jpg" alt=""><p>${TEXTS.lamp}</p>]]></content:encoded></item><item><title><![CDATA["Bread & butter": the ferry's wait]]></title><link>https://old.example.org/bread/</link><guid isPermaLink="false">65f0c1d2e3a4b5c6d7e8f902</guid><pubDate>Thu, 04 Sep 2025 06:30:00 GMT</pubDate></item></channel></rss>`;

/** Hugo: the guid is the permanent link and says nothing of itself. */
export const HUGO = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Old Harbour</title>
    <link>https://old.example.org/</link>
    <generator>Hugo -- 0.125.4</generator>
    <atom:link href="https://old.example.org/index.xml" rel="self" type="application/rss+xml" />
    <item>
      <title>The lamp is lit</title>
      <link>https://old.example.org/harbour/lamp/</link>
      <pubDate>Fri, 05 Sep 2025 09:41:07 +0200</pubDate>
      <guid>https://old.example.org/harbour/lamp/</guid>
      <description>&lt;p&gt;${TEXTS.lamp}&lt;/p&gt;</description>
    </item>
    <item>
      <title>About</title>
      <link>https://old.example.org/about/</link>
      <pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>
      <guid>https://old.example.org/about/</guid>
      <description></description>
    </item>
  </channel>
</rss>
`;

/** Jekyll (jekyll-feed): Atom ids that are the permanent links without an end, xml:base, escaped HTML. */
export const JEKYLL = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" ><generator uri="https://jekyllrb.com/" version="4.3.3">Jekyll</generator><link href="https://old.example.org/feed.xml" rel="self" type="application/atom+xml" /><link href="https://old.example.org/" rel="alternate" type="text/html" /><updated>2025-09-08T10:00:00+00:00</updated><id>https://old.example.org/feed.xml</id><title type="html">Old Harbour</title><entry><title type="html">The lamp is lit</title><link href="https://old.example.org/2025/09/05/lamp.html" rel="alternate" type="text/html" title="The lamp is lit" /><published>2025-09-05T09:41:07+02:00</published><updated>2025-09-06T10:00:00+00:00</updated><id>https://old.example.org/2025/09/05/lamp</id><content type="html" xml:base="https://old.example.org/2025/09/05/lamp.html">&lt;p&gt;${TEXTS.lamp}&lt;/p&gt;</content><author><name></name></author></entry><entry><title type="html">&quot;Bread &amp;amp; butter&quot;: the ferry&apos;s wait</title><link href="/2025/09/04/bread.html" /><updated>2025-09-04T06:30:00Z</updated><id>tag:old.example.org,2025:bread</id></entry></feed>`;

/** Atom with a prefix on every element, and text as XHTML. */
export const ATOM_PREFIXED = `<?xml version='1.0'?>
<!-- made by hand -->
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://old.example.org/notes/">
<a:title>Old Harbour</a:title>
<a:entry><a:title type="text">The lamp is lit</a:title><a:link rel="self" href="lamp.atom"/><a:link href="lamp"/>
<a:id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</a:id><a:published>2025-09-05T07:41:07Z</a:published>
<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>harbour</em> master</p></div></a:content></a:entry>
</a:feed>`;

/** RSS 1.0: items beside the channel, told apart by rdf:about. */
export const RSS_1_0 = `<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example.org/"><title>Caf\xe9</title><link>https://old.example.org/</link></channel>
<item rdf:about="https://old.example.org/lamp#it"><title>The lamp is lit</title><link>https://old.example.org/lamp</link><dc:date>2025-09-05T09:41:07+02:00</dc:date></item>
</rdf:RDF>`;

/** RSS 0.91: no guids, no dates, a document type with entities. */
export const RSS_0_91 = `<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>
<rss version="0.91"><channel><title>Old &lol2; Harbour</title>
<item><title>The lamp &amp; the pier</title><link>https://old.example.org/lamp</link></item>
</channel></rss>`;

/** JSON Feed 1.0, with an id that is a number. */
export const JSON_1_0 = JSON.stringify({
  version: 'https://jsonfeed.org/version/1',
  title: 'Old Harbour',
  author: { name: 'Ada Quill' },
  items: [
    {
      id: 12,
      url: 'https://old.example.org/the-lamp-is-lit/',
      title: 'The lamp is lit',
      content_html: `<p>${TEXTS.lamp}</p>`,
      date_published: '2025-09-05T09:41:07+02:00',
    },
    { id: 'note-2', content_text: 'A < B', date_modified: '2025-09-04T06:30:00Z' },
  ],
});

/** JSON Feed 1.1. */
export const JSON_1_1 = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Old Harbour',
  authors: [{ name: 'Ada Quill' }],
  items: [
    {
      id: '65f0c1d2e3a4b5c6d7e8f901',
      url: 'https://old.example.org/the-lamp-is-lit/',
      title: 'The lamp is lit',
      content_html: `<p>${TEXTS.lamp}</p>`,
      date_published: '2025-09-05T07:41:07Z',
      date_modified: '2025-09-06T10:00:00Z',
    },
  ],
});
