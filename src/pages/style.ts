/**
 * The style sheet of all pages, kept small enough to stand in each of them.
 *
 * System fonts, no request, no class that a body could borrow to mislead. Both colour schemes keep a contrast of
 * 4.5 : 1 or more (WCAG 2.2 AA); logical properties serve right-to-left pages with the same rules.
 */

const RULES = `
:root{color-scheme:light dark;--paper:#fcfbf8;--card:#f4f1ea;--ink:#1e1d1b;--soft:#5e5a52;--line:#ddd8cc;--sea:#0b5a6e;
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,"Iowan Old Style",P052,serif;--sans:system-ui,sans-serif;--mono:ui-monospace,monospace}
@media(prefers-color-scheme:dark){:root{--paper:#15171a;--card:#1f2226;--ink:#e9e6df;--soft:#aaa59a;--line:#373b41;--sea:#8accda}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
[dir=rtl] *{letter-spacing:0!important}
body{margin:0 auto;max-width:72rem;padding:0 clamp(1.15rem,4vw,2.5rem);background:var(--paper);color:var(--ink);font:1.0625rem/1.55 var(--sans);overflow-wrap:break-word}
a{color:var(--sea);text-underline-offset:.18em;unicode-bidi:isolate}
:focus-visible{outline:3px solid var(--sea);outline-offset:3px}
h1,h2,h3{font-family:var(--serif);line-height:1.2;text-wrap:balance;margin:0}
p{margin:0}
img,video{max-width:100%;height:auto}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--paper);padding:.6rem 1rem}
.skip:focus{top:1rem;z-index:1}
.masthead{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.3rem 1.5rem;padding:1.6rem 0 1.1rem;border-bottom:3px double var(--line)}
.name{font:700 1.3rem/1.2 var(--serif)}
h1.name{font-size:clamp(2rem,1.4rem + 2.8vw,3.1rem);letter-spacing:-.015em}
.name a,.articles h3 a{color:inherit}
:is(.name,.facts,.label,.feeds,.tags,.articles h3) a:not(:hover){text-decoration:none}
.motto,.subhead{flex-basis:100%;color:var(--soft);font:italic 1.1rem/1.5 var(--serif)}
.label{font:600 .8rem/1.4 var(--sans);letter-spacing:.07em;text-transform:uppercase;color:var(--soft)}
.facts,.by,.count,footer{font-size:.875rem;color:var(--soft)}
.facts{display:flex;flex-wrap:wrap;gap:0 .5em}
.facts>:not(:last-child)::after{content:"·"/"";display:inline-block;margin-inline-start:.5em;color:var(--soft)}
.facts a{font-weight:600}
.home{display:grid;grid-template-columns:minmax(0,1fr);gap:2.25rem;padding-top:2rem}
:is(.intro,.reading,.notice) h1{font-size:clamp(2rem,1.5rem + 2.4vw,2.9rem)}
.intro h1{margin:.15rem 0 .4rem}
.articles{list-style:none;margin:0;padding:0}
.articles li{padding:1.5rem 0;border-top:1px solid var(--line)}
.label+.articles{margin-top:.75rem}
.articles article{display:flex;gap:1.25rem;justify-content:space-between}
.articles article>div{min-width:0;max-width:40rem}
.articles h3{font-size:1.4rem;margin:.25rem 0 .4rem}
.summary{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;font-family:var(--serif);line-height:1.6}
.by{margin-top:.4rem}
.articles img{flex:none;width:clamp(5.5rem,22%,10rem);aspect-ratio:4/3;object-fit:cover;border-radius:4px;align-self:start}
.articles li:first-child article{flex-direction:column-reverse;justify-content:flex-end}
.articles li:first-child h3{font-size:clamp(1.7rem,1.35rem + 1.6vw,2.3rem)}
.articles li:first-child img{width:100%;aspect-ratio:16/9}
.empty{padding:2rem 0;color:var(--soft)}
.subscribe{background:var(--card);border-radius:8px;padding:1.25rem;align-self:start}
.subscribe h2{font-size:1.25rem}
.subscribe p{margin:.35rem 0 .85rem;font-size:.95rem}
.address{display:grid;grid-template-columns:1fr auto;gap:.3rem;align-items:end;margin-top:.7rem}
.address label{font-size:.875rem;font-weight:600;grid-row:1}
.address input{grid-column:1/3;min-width:0;height:2.4rem;padding:0 .6rem;border:1px solid var(--soft);border-radius:5px;background:var(--paper);color:inherit;font:.75rem var(--mono);text-overflow:ellipsis}
.copy{grid-row:1;grid-column:2;min-width:4.5rem;height:1.8rem;border:0;border-radius:5px;background:var(--sea);color:var(--paper);font:600 .8125rem var(--sans);cursor:pointer}
.feeds ul{list-style:none;margin:.5rem 0 1.75rem;padding:0}
.feeds :is(.sections,.authors) li{display:flex;justify-content:space-between;align-items:baseline;padding:.4rem 0;border-top:1px solid var(--line)}
.feeds .tags,.reading .tags{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem}
.reading,.notice{max-width:41rem;margin:0 auto;padding:2.5rem 0}
:is(.reading,.notice) h1{line-height:1.13;margin:.4rem 0 .9rem}
.reading>header{padding-bottom:1.5rem}
.byline{margin-top:.7rem}
.lead{display:block;border-radius:6px;margin-bottom:1.75rem}
.credited{margin:0}.lead+figcaption{margin:-1.4rem 0 1.75rem;color:var(--soft)}
.correction{border-inline-start:4px solid var(--sea);background:var(--card);padding:.8rem 1.1rem;margin-bottom:1.75rem;font-size:.95rem}
.body{font:1.1875rem/1.68 var(--serif)}
.body>*,.body p{margin:0 0 1.15em}
.body :is(h1,h2,h3,h4){font-size:1.3rem;line-height:1.3;margin:1.7em 0 .5em}
.body :is(h3,h4){font-size:1.125rem}
.body :is(img,video){border-radius:6px}
.body :is(figure,blockquote){margin:1.6em 0}
.body figcaption{font:.875rem/1.5 var(--sans);color:var(--soft);margin-top:.4rem}
.body blockquote{border-inline-start:3px solid var(--line);padding-inline-start:1.2rem;font-style:italic}
.body blockquote>:last-child{margin:0}
.body :is(pre,code){font:1rem/1.55 var(--mono)}
.body pre{background:var(--card);border-radius:6px;padding:1rem 1.1rem}
.body :is(pre,table){overflow-x:auto}
.body :not(pre)>code{background:var(--card);border-radius:3px;padding:.12em .3em}
.body table{display:block;width:max-content;max-width:100%;border-collapse:collapse;font:.9375rem/1.5 var(--sans)}
.body :is(th,td){padding:.5rem 0;padding-inline-end:1em;border-bottom:1px solid var(--line);vertical-align:top}
.body th:not([align]){text-align:start}
.body hr{border:0;border-top:1px solid var(--line);margin:2.2em auto;width:6rem}
.body sup{line-height:0;font-size:.72em}
.reading .tags{list-style:none;margin:2rem 0 0;padding:1rem 0 0;border-top:1px solid var(--line);font-size:.95rem}
main>.subscribe{max-width:41rem;margin:0 auto}
.notice p{font-size:1.125rem;margin-bottom:1rem}
footer{display:flex;flex-wrap:wrap;gap:.3rem 1.8rem;margin-top:3rem;padding:1.25rem 0 2.5rem;border-top:1px solid var(--line)}
@media(min-width:58rem){
.home{grid-template:auto auto 1fr/minmax(0,1fr) 21rem;column-gap:4rem}
.intro{grid-column:1/3}
.home>.subscribe,.feeds{grid-column:2}
.newest{grid-area:1/1/4}
.intro~.newest{grid-row:2/4}
}
`;

/** The content of the inline `style` element, without line ends; its hash stands in the Content-Security-Policy. */
export const pageStyle: string = RULES.replace(/\n/g, '');
