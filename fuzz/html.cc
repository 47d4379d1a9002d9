// A page: its source slimmed, its tree, its metadata and text. The tree keeps its order, links stay inside the text.
#include "check.h"
#include "read/html.h"
#include "read/page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    const auto page = read::Html::parse(as_text(data, size));
    if (!page) return 0;
    const auto nodes = page->nodes();
    check(nodes[0].end == nodes.size());
    for (read::NodeId id = 1; id < nodes.size(); ++id) check(nodes[id].parent < id && nodes[id].end > id && nodes[id].end <= nodes[nodes[id].parent].end);
    Document document;
    read::PageText article = read::find_article(*page, read::find_metadata(*page, "https://quell.example/a"));
    document.text = std::move(article.text);
    document.links = std::move(article.links);
    check_spans(document);
    check(document.text.find("\n\n\n") == std::string::npos && (document.text.empty() || (document.text.front() != '\n' && document.text.back() != '\n')));
    for (const Hyperlink& link : document.links) check(link.url.size() > 7 && !link.span.empty());
    document = {};
    article = read::read_fragment(as_text(data, size));
    document.text = std::move(article.text);
    document.links = std::move(article.links);
    check_spans(document);
    return 0;
}
