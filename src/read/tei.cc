// trafilatura 2.3 (xml.py: build_xml_output, build_tei_output). Other TEI is read by the same elements, if its text stands
// in text/body. Tested by tei_test.cc.
#include "read/tei.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/dates.h"
#include "read/deadline.h"
#include "read/fields.h"
#include "read/page.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr ListingKind kArticles{"article", "articles", "export them with their texts"};     // never counted: all have texts, or are refused
constexpr std::string_view kBlank = " \t\r\n\v\f";

bool is_block(std::string_view name) {
    constexpr auto kBlocks = std::to_array<std::string_view>({"ab", "div", "head", "item", "list", "p", "quote", "row", "table"});
    return std::binary_search(kBlocks.begin(), kBlocks.end(), name);
}

bool is_left_out(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    return name == "comments" || name == "graphic" || name == "note" || (name == "div" && std::string_view(node.attribute("type").value()) == "comments");
}

// Builds a text: blanks are squeezed, blocks stand apart.
class TextBuild {
  public:
    void add(std::string_view words) {
        for (const char c : words) {
            if (kBlank.find(c) != std::string_view::npos) {
                blank_ = true;
                continue;
            }
            if (!page_.text.empty()) page_.text += apart_ ? "\n\n" : line_ ? "\n" : blank_ ? " " : "";
            blank_ = line_ = apart_ = false;
            if (!open_.url.empty() && open_.span.end == 0) open_.span = {static_cast<std::uint32_t>(page_.text.size()), 1};
            page_.text.push_back(c);
        }
    }
    void begin_block() { apart_ = true; }
    void begin_line() { line_ = true; }
    void begin_blank() { blank_ = true; }
    void begin_link(std::string url) { open_ = {{}, std::move(url)}; }
    void end_link() {
        if (open_.span.end != 0) {
            open_.span.end = static_cast<std::uint32_t>(page_.text.size());
            page_.links.push_back(std::move(open_));
        }
        open_ = {};
    }
    PageText take() { return std::move(page_); }

  private:
    PageText page_;
    Hyperlink open_;                               // span.end 0: no character of it has come
    bool blank_ = false, line_ = false, apart_ = false;
};

void enter(const pugi::xml_node& node, TextBuild& text) {
    const std::string_view name = local_name(node);
    const std::string_view target = node.attribute("target").value();
    if (is_block(name)) text.begin_block();
    if (name == "lb") text.begin_line();
    if (name == "cell") text.begin_blank();
    if (name == "ref" && (target.starts_with("http://") || target.starts_with("https://"))) text.begin_link(std::string(target));
}

PageText read_text(const pugi::xml_node& top) {
    TextBuild text;
    for (pugi::xml_node node = next_in(top, top); node;) {
        text.add(node.value());
        enter(node, text);
        const bool over = is_left_out(node);
        const pugi::xml_node next = over ? next_over(top, node) : next_in(top, node);
        if (!over && next && next == node.first_child()) {
            node = next;
            continue;
        }
        for (pugi::xml_node left = node; left && left != top && left != next.parent(); left = left.parent()) {     // elements that end here
            if (is_block(local_name(left))) text.begin_block();
            if (local_name(left) == "ref") text.end_link();
        }
        node = next;
    }
    return text.take();
}

pugi::xml_node find_below(const pugi::xml_node& top, std::string_view name) {
    pugi::xml_node node = next_in(top, top);
    while (node && local_name(node) != name) node = next_in(top, node);
    return node;
}

std::optional<Date> read_date(std::string_view words, std::string_view from) {
    auto date = parse_date(words);
    if (date) date->from = from;
    return date;
}

Completed make_document(Document document, const pugi::xml_node& text) {
    PageText page = read_text(text);
    if (page.text.empty()) return Skipped{{}, "no text in it"};
    document.extracted = true;
    document.text = std::move(page.text);
    document.links = std::move(page.links);
    return document;
}

Completed read_doc(const pugi::xml_node& doc) {
    const auto field = [&](const char* name) { return base::squeeze(doc.attribute(name).value()); };
    Document document;
    document.id = field("id");
    document.title = field("title");
    document.author = field("author");
    document.outlet = field("sitename");
    document.url = field("url");
    if (auto date = read_date(field("date"), "doc: date")) document.published = std::move(*date);
    return make_document(std::move(document), doc.child("main"));
}

// "The Quell Times (quell.example)" -> the name without the host; "N/A" stands for none.
std::string cut_host(std::string name) {
    if (name == "N/A") return {};
    const auto open = name.rfind(" (");
    if (name.ends_with(')') && open != std::string::npos && !find_host(name.substr(open + 2, name.size() - open - 3)).empty()) name.resize(open);
    return name;
}

void read_bibliography(const pugi::xml_node& full, Document& document) {
    for (pugi::xml_node node = next_in(full, full), next; node; node = next) {
        const std::string_view name = local_name(node);
        const bool leaf = name == "title" || name == "publisher" || name == "date" || name == "author";
        next = leaf ? next_over(full, node) : next_in(full, node);
        if (name == "title" && document.title.empty()) document.title = base::squeeze(all_text(node));
        if (name == "publisher" && document.outlet.empty()) document.outlet = cut_host(base::squeeze(all_text(node)));
        if (name == "ptr" && document.url.empty() && is_address(node.attribute("target").value())) document.url = node.attribute("target").value();
        if (name == "date" && !document.published.known())
            if (auto date = read_date(base::squeeze(all_text(node)), "TEI: date")) document.published = std::move(*date);
        if (name != "author" || document.author.size() > 1000) continue;
        if (!document.author.empty()) document.author += "; ";
        document.author += base::squeeze(all_text(node));
    }
}

Completed read_one_tei(const pugi::xml_node& tei) {
    Document document;
    const pugi::xml_node description = find_below(find_below(tei, "teiHeader"), "fileDesc");
    const pugi::xml_node full = find_below(description, "biblFull");
    read_bibliography(full ? full : description, document);
    return make_document(std::move(document), find_below(find_below(tei, "text"), "body"));
}

}  // namespace

bool is_tei(std::string_view head) {
    const XmlRoot root = find_xml_root(head);
    return root.name == "TEI" || root.name == "teiCorpus" || (root.name == "doc" && head.find("<main") != std::string_view::npos);
}

std::vector<XmlFound> read_tei(const std::string& utf8, std::chrono::milliseconds document_time) {
    std::vector<XmlFound> found;
    visit_records(utf8, {"doc", "TEI"}, [&](const XmlRecord& record) {
        const Deadline deadline(document_time);
        Completed one = Skipped{{}, record.problem};
        if (record.problem.empty()) one = local_name(record.node) == "doc" ? read_doc(record.node) : read_one_tei(record.node);
        hold_to(deadline, {}, one);
        std::visit([&](auto& made) { found.emplace_back(std::move(made)); }, one);
    });
    for (std::size_t i = 0; found.size() > 1 && i < found.size(); ++i) {
        std::string path = fmt::format("#{}", i + 1);
        if (auto* document = std::get_if<Document>(&found[i])) document->path = std::move(path);
        if (auto* skipped = std::get_if<Skipped>(&found[i])) skipped->path = std::move(path);
    }
    return found;
}

std::unique_ptr<DocumentStream> open_tei(Opened opened) { return open_xml(std::move(opened), read_tei, kArticles); }

}  // namespace firsthand::read
