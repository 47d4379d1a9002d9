// The style sheet of the page: a newspaper's calm, one accent, light and dark, narrow and wide, screen and paper. Differences are
// told by shape and text as well as by colour. Colours keep a contrast of 4.5:1 (WCAG 2.2, 1.4.3). Tested by html_test.cc.
#include "report/html.h"

namespace firsthand::report {

namespace {

constexpr std::string_view kStyle = R"css(
:root{--paper:#fbf9f4;--sheet:#fffefb;--ink:#1d1b18;--soft:#5f5a52;--rule:#d8d2c5;--accent:#8f1d1d;--quote:#fff0b3;--quote-line:#8a6500;
  --echo:#e2edf8;--echo-line:#2b5f92;--add:#dff0dc;--add-ink:#1d5a1d;--cut:#f8dfdc;--cut-ink:#8f1d1d}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--sheet:#1e1d1a;--ink:#ece7dc;--soft:#aea797;--rule:#3b3832;--accent:#f0a08c;
  --quote:#4a3c0c;--quote-line:#e3bd50;--echo:#1c3149;--echo-line:#86b8e8;--add:#1d3a1d;--add-ink:#a9dca4;--cut:#4a201c;--cut-ink:#f3b5ab}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.55 "Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Charter,
  Georgia,"Liberation Serif",serif;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:100rem;margin:0 auto;padding:0 1.25rem 4rem;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.2;margin:0;text-wrap:balance}
p,ul,ol,dl,blockquote,table{margin:0}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem;z-index:2}
.masthead{text-align:center;padding:2.25rem 0 1.25rem;border-bottom:3px double var(--ink)}
.brand{font-size:2.5rem;line-height:1;font-weight:700;letter-spacing:-.01em}
.motto{font-style:italic;color:var(--soft);margin-top:.35rem}
h1{font-size:1.3rem;font-weight:600;margin-top:1.1rem}
.gaps,.days,.facts,.byline,.where,.credit,.more,.left-out,.program,.count,.relays,th,td,footer dd,footer dt,.skipped li,summary,.origins li,
  .copies li,.edits li,details li{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-size:.875rem;
  line-height:1.5}
.gaps,.days,.left-out,.program,.more,.why,.in{color:var(--soft)}
nav{margin:1.75rem auto 0;max-width:60rem}
nav h2,h3{font:600 .8125rem/1.3 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;letter-spacing:.07em;
  text-transform:uppercase;color:var(--accent)}
nav ol{list-style:none;padding:0;margin-top:.5rem}
nav li{padding:.55rem 0;border-bottom:1px solid var(--rule)}
nav li a{font-weight:600}
nav .facts{display:block;color:var(--soft)}
.story{padding-top:2.75rem;margin-top:2.75rem;border-top:1px solid var(--ink)}
main>.story:first-child{border-top:0;margin-top:0}
.story>header{max-width:56rem}
h2{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.5rem);font-weight:700;letter-spacing:-.01em}
.story .facts{margin-top:.6rem;font-weight:600}
.evidence{display:grid;gap:2rem 3rem;margin-top:1.75rem}
.evidence>*,.ledger>*{min-width:0}
.said{display:grid;gap:2rem;align-content:start}
.ledger{display:grid;gap:1.75rem;align-content:start}
.sayings>h3,.claims>h3,.ledger h3,.articles>h3{padding-bottom:.4rem;border-bottom:1px solid var(--rule)}
.saying{display:grid;grid-template-columns:4.25rem minmax(0,1fr);gap:0 1rem;padding:1.1rem 0;border-bottom:1px solid var(--rule)}
.count{text-align:center;color:var(--soft);line-height:1.2}
.count b{display:block;font:700 2.25rem/1 "Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Liberation Serif",serif;
  color:var(--accent)}
.pair .count b{font-size:1.4rem;overflow-wrap:normal}
.copied tbody th{font-weight:400;width:45%}
blockquote,.wording{font-size:1.1875rem;line-height:1.45;padding:0}
.renderings{list-style:none;padding:0;display:grid;gap:.9rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr))}
.renderings li{border-left:3px solid var(--rule);padding-left:.8rem}
.renderings li:first-child{border-color:var(--accent)}
.where{color:var(--soft);margin:.15rem 0}
.where b{color:var(--ink)}
.credit{margin-top:.35rem;font-weight:600}
.credit .in{font-weight:400}
ins{background:var(--add);color:var(--add-ink);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em;
  padding:0 .15em;border-radius:2px}
ins::before{content:"+";display:inline-block;font-size:.8em;padding-right:.1em}
del{background:var(--cut);color:var(--cut-ink);text-decoration:line-through;padding:0 .15em;border-radius:2px}
del::before{content:"\2212";display:inline-block;font-size:.8em;padding-right:.15em}
.edits{list-style:none;padding:0;margin-top:.6rem}
.edits li{padding-left:1.1rem;text-indent:-1.1rem}
.edits li::before{content:"~";display:inline-block;width:1.1rem;text-indent:0;color:var(--soft)}
.edits .turns::before{content:"!";font-weight:700;color:var(--accent)}
.edits .turns b{color:var(--accent)}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--soft)}
details ul,.origins ul,.copies ul,.claim ul{padding-left:1.1rem;margin-top:.3rem}
.dots{font-size:1.35rem;letter-spacing:.25em;color:var(--accent);line-height:1.4}
.claim{padding:.8rem 0;border-bottom:1px solid var(--rule)}
.claim h4{font-size:1.0625rem;font-weight:600}
.claim p,.claim li{font-size:.9375rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--rule)}
thead th{color:var(--soft);font-weight:400}
tbody th{font-weight:600;width:34%}
thead th{white-space:nowrap}
td:nth-child(2){font-variant-numeric:tabular-nums}
.articles{margin-top:2.25rem}
.sheets{display:grid;gap:1.25rem;margin-top:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,23rem),1fr))}
.sheet{background:var(--sheet);border:1px solid var(--rule);padding:1.25rem 1.35rem;max-height:44rem;overflow:auto;max-width:46rem;
  scroll-padding:3rem}
.sheet:target{border-color:var(--accent)}
.sheet h4{font-size:1.3rem}
.byline{color:var(--soft);margin:.45rem 0 .9rem;padding-bottom:.6rem;border-bottom:1px solid var(--rule)}
.byline b{color:var(--ink)}
.text p+p{margin-top:.75em}
.left-out{margin-top:.9rem}
mark{color:inherit;background:none;padding:.05em 0}
mark a{text-decoration:none;color:inherit}
mark.quote{background:var(--quote);border-bottom:2px solid var(--quote-line)}
mark.echo{background:var(--echo);border-bottom:2px dotted var(--echo-line)}
mark.quote.echo{background:var(--quote);border-bottom:2px solid var(--quote-line);text-decoration:underline dotted var(--echo-line) 2px;
  text-underline-offset:.3em}
mark a:hover,mark a:focus-visible{background:var(--ink);color:var(--paper)}
.source{border-bottom:2px dashed var(--soft)}
.source mark.echo{border-bottom:2px dashed var(--soft)}
.anchor:target+mark,.anchor:target+.source,.anchor:target+.anchor+mark,.anchor:target+.anchor+.anchor+mark,.saying:target{
  outline:3px solid var(--accent);outline-offset:2px}
.control{font:700 .7em/1 ui-monospace,"Liberation Mono",monospace;background:var(--ink);color:var(--paper);padding:.1em .3em;
  border-radius:2px;unicode-bidi:isolate}
code{font-size:.9em;font-family:ui-monospace,"Liberation Mono",monospace}
.skipped{margin-top:2.75rem;padding-top:1.25rem;border-top:1px solid var(--ink)}
.skipped h2,footer h2{font-size:1.2rem}
.skipped ul{padding-left:1.1rem;margin-top:.5rem}
footer{margin-top:3rem;padding-top:1.25rem;border-top:3px double var(--ink)}
footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.4rem 1.25rem;margin:.8rem 0;max-width:60rem}
footer dd{margin:0}
.program{margin-top:.8rem}
@media (min-width:64rem){nav{max-width:80rem}nav ol{columns:2;column-gap:3rem}nav li{break-inside:avoid}
  .evidence{grid-template-columns:minmax(0,1.55fr) minmax(0,1fr)}.ledger:first-child{grid-column:1/-1;
  grid-template-columns:repeat(auto-fit,minmax(26rem,1fr));gap:1.75rem 3rem}.sheets{grid-template-columns:repeat(auto-fit,minmax(26rem,
  1fr))}}
@media (max-width:34rem){body{padding:0 .9rem 3rem}.saying{grid-template-columns:minmax(0,1fr)}.count{text-align:left;margin-bottom:.35rem}
  .count b{display:inline;font-size:1.6rem}.sheet{max-height:36rem;padding:1rem}footer dl{grid-template-columns:1fr}footer dd{
  margin-bottom:.5rem}thead{position:absolute;left:-99rem}tr,tbody th,td{display:block;width:auto;border:0;padding:0}tbody tr{
  padding:.5rem 0;border-bottom:1px solid var(--rule)}.voices td:nth-child(2)::before{content:"articles: ";
  color:var(--soft)}}
@media print{:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#444;--rule:#999}html{font-size:10pt}.skip,nav{display:none}.sheet{
  max-height:none;overflow:visible;break-inside:auto}.saying,.renderings li,tr{break-inside:avoid}h2,h3,h4{break-after:avoid}mark,ins,del{
  -webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

// sha256sum of the sheet, in base64; html_test.cc says what it must be when the sheet has changed.
constexpr std::string_view kHash = "68qZl/fhm0XK6LJzBCpPBj6rn4gbkQVwfaCHge7PyWE=";

}  // namespace

std::string_view style_sheet() { return kStyle; }
std::string_view style_hash() { return kHash; }

}  // namespace firsthand::report
