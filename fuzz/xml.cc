// Sitemaps, trafilatura's XML and TEI; and the first element of anything. Links stay inside the text.
#include "base/utf8.h"
#include "check.h"
#include "read/sitemap.h"
#include "read/tei.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    bool changed = false;
    const std::string text = base::repair_utf8(as_text(data, size), changed);
    const read::XmlRoot root = read::find_xml_root(text);
    check(root.name.size() + root.attributes.size() <= text.size());
    (void)read::name_other_xml(text);
    for (const auto& one : read::read_sitemap(text)) check(!std::holds_alternative<Document>(one));
    for (const auto& one : read::read_tei(text)) {
        const auto* document = std::get_if<Document>(&one);
        if (document == nullptr) continue;
        check(!document->text.empty() && base::is_valid_utf8(document->text));
        check_spans(*document);
        for (const Hyperlink& link : document->links) check(!link.span.empty() && base::is_valid_utf8(slice(document->text, link.span)));
    }
    return 0;
}
