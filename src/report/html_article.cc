// The articles of a story side by side: each text as it was read, its furniture left out, quotations, sources and copied passages
// marked. Marks may overlap, so the text is cut at every end of a mark and each piece says all that holds for it.
// Tested by html_test.cc and the golden file report.html.
#include <algorithm>

#include <fmt/format.h>

#include "report/html.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kOpen = 6;                   // articles of a story that stand open; the others fold

struct Mark {
    ByteSpan span;
    enum Kind { quote, echo, source } kind = quote;
    std::string note, link, id;                    // for the title, the anchor to go to, the anchor of the mark itself
};

struct Marked {
    std::string_view text;
    std::vector<Mark> marks;
};

void add_attribution(const PagePlan& plan, std::uint32_t document, std::uint32_t index, Marked& marked) {
    const Attribution& attribution = plan.view.reading(document).attributions[index];
    const auto saying = plan.saying_at.find({document, index});
    const std::string chain = chain_in_words(plan.view, document, attribution);
    std::string id = fmt::format("d{}-q{}", document + 1, index + 1);
    for (const ByteSpan span : attribution.source) marked.marks.push_back({span, Mark::source, "source of a quotation", {}, {}});
    for (const ByteSpan span : attribution.content) {
        Mark mark{span, Mark::quote, (attribution.speech == Speech::indirect ? "reported: " : "quoted: ") + chain, {}, id};
        if (saying != plan.saying_at.end()) {
            mark.link = fmt::format("u{}", saying->second + 1);
            mark.note += fmt::format("; in {} articles", plan.sayings[saying->second].documents);
        }
        marked.marks.push_back(std::move(mark));
        id.clear();                                // the first piece carries the anchor
    }
}

void add_echoes(const PagePlan& plan, std::uint32_t document, Marked& marked) {
    const DocumentKey key = plan.view.reading(document).key;
    for (const Link* echo : plan.echoes[document]) {
        const std::size_t number = plan.echo_number.at(echo);
        const bool is_from = echo->from.document == key;
        const Passage& here = is_from ? echo->from : echo->to;
        const Passage& there = is_from ? echo->to : echo->from;
        const std::string other = short_name(plan.view.document(plan.view.index_of(there.document)));
        marked.marks.push_back({here.span, Mark::echo, fmt::format("{} of {} words also in {}", echo->same, echo->words, other),
                                fmt::format("e{}{}", number, is_from ? 'b' : 'a'), fmt::format("e{}{}", number, is_from ? 'a' : 'b')});
    }
}

// All that holds for one piece of the text.
struct Holding {
    const Mark* quote = nullptr;
    const Mark* echo = nullptr;
    const Mark* source = nullptr;
};

Holding hold(const std::vector<const Mark*>& active) {
    Holding holding;
    for (const Mark* mark : active) {
        const Mark*& slot = mark->kind == Mark::quote ? holding.quote : mark->kind == Mark::echo ? holding.echo : holding.source;
        if (slot == nullptr || mark->span.size() < slot->span.size()) slot = mark;             // the innermost
    }
    return holding;
}

void write_piece(std::string_view words, const Holding& holding, std::ostream& out) {
    if (holding.quote == nullptr && holding.echo == nullptr && holding.source == nullptr) {
        out << Escaped{words};
        return;
    }
    if (holding.source != nullptr) out << "<span class=\"source\">";
    if (holding.quote != nullptr || holding.echo != nullptr) {
        const Mark* linked = holding.quote != nullptr && !holding.quote->link.empty() ? holding.quote : holding.echo;
        std::string note = holding.quote != nullptr ? holding.quote->note : "";
        if (holding.echo != nullptr) note += (note.empty() ? "" : "; ") + holding.echo->note;
        out << "<mark class=\"" << (holding.quote != nullptr ? "quote" : "") << (holding.quote != nullptr && holding.echo != nullptr ? " " : "")
            << (holding.echo != nullptr ? "echo" : "") << "\" title=\"" << EscapedValue{note} << "\">";
        const bool is_link = linked != nullptr && !linked->link.empty();
        if (is_link) out << "<a href=\"#" << linked->link << "\">";
        out << Escaped{words};
        if (is_link) out << "</a>";
        out << "</mark>";
    } else {
        out << Escaped{words};
    }
    if (holding.source != nullptr) out << "</span>";
}

// Writes a part of the text with its marks. A mark's anchor stands where the mark begins.
void write_marked(const Marked& marked, ByteSpan part, std::ostream& out) {
    std::vector<const Mark*> active;
    std::vector<std::uint32_t> cuts{part.begin, part.end};
    for (const Mark& mark : marked.marks) {
        if (!overlap(mark.span, part)) continue;
        active.push_back(&mark);
        cuts.push_back(std::max(mark.span.begin, part.begin));
        cuts.push_back(std::min(mark.span.end, part.end));
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const ByteSpan piece{cuts[i], cuts[i + 1]};
        std::vector<const Mark*> holding;
        for (const Mark* mark : active) {
            if (!overlap(mark->span, piece)) continue;
            holding.push_back(mark);
            if (mark->span.begin == piece.begin && !mark->id.empty()) out << "<span class=\"anchor\" id=\"" << mark->id << "\"></span>";
        }
        write_piece(slice(marked.text, piece), hold(holding), out);
    }
}

// The paragraphs of the text: lines that are not empty, without furniture and without the title.
std::vector<ByteSpan> split_paragraphs(const Document& document) {
    std::vector<ByteSpan> hidden = document.furniture;
    if (!document.title_span.empty()) hidden.push_back(document.title_span);
    std::sort(hidden.begin(), hidden.end());
    std::vector<ByteSpan> paragraphs;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            const std::size_t line = document.text.find('\n', begin);
            const std::uint32_t stop = line == std::string::npos ? end : std::min(end, static_cast<std::uint32_t>(line));
            const std::string_view words = slice(document.text, {begin, stop});
            if (words.find_first_not_of(" \t\r\n") != std::string_view::npos) paragraphs.push_back({begin, stop});
            begin = stop + 1;
        }
    };
    std::uint32_t at = 0;
    for (const ByteSpan span : hidden) {
        if (span.begin > at) add(at, span.begin);
        at = std::max(at, span.end);
    }
    add(at, static_cast<std::uint32_t>(document.text.size()));
    return paragraphs;
}

void write_byline(const PagePlan& plan, std::uint32_t index, std::ostream& out) {
    const Document& document = plan.view.document(index);
    out << "<p class=\"byline\"><b><bdi>" << Escaped{outlet_of(document)} << "</bdi></b> · " << Escaped{day_of(document.published)};
    if (!document.author.empty()) out << " · <bdi>" << Escaped{base::squeeze(document.author)} << "</bdi>";
    out << " · " << count_of(plan.view.words(index), "word");
    if (is_web_address(document.url)) out << " · <a href=\"" << EscapedValue{document.url} << "\" rel=\"noopener noreferrer\">original</a>";
    for (const std::string& note : document.notes)
        if (note != "undated" && note != "no outlet") out << " · <i>" << Escaped{note} << "</i>";
    out << "</p>\n";
}

void write_article(const PagePlan& plan, std::uint32_t index, std::ostream& out) {
    const Reading& reading = plan.view.reading(index);
    const Document& document = reading.document;
    Marked title{document.title, {}}, body{document.text, {}};
    for (std::uint32_t i = 0; i < reading.attributions.size(); ++i)
        add_attribution(plan, index, i, stands_in_title(document, reading.attributions[i]) ? title : body);
    add_echoes(plan, index, body);
    out << "<article class=\"sheet\" id=\"d" << index + 1 << "\" tabindex=\"0\" aria-label=\"" << EscapedValue{short_name(document)}
        << "\">\n<h4 dir=\"auto\">";
    if (!document.title_span.empty()) {
        write_marked(body, document.title_span, out);
    } else if (!document.title.empty()) {
        write_marked(title, {0, static_cast<std::uint32_t>(document.title.size())}, out);
    } else {
        out << "(no title)";
    }
    out << "</h4>\n";
    write_byline(plan, index, out);
    out << "<div class=\"text\" dir=\"auto\">\n";
    for (const ByteSpan paragraph : split_paragraphs(document)) {
        out << "<p>";
        write_marked(body, paragraph, out);
        out << "</p>\n";
    }
    out << "</div>\n";
    if (!document.furniture.empty()) out << "<p class=\"left-out\">Page furniture is left out.</p>\n";
    out << "<p class=\"left-out\">" << Escaped{document.id} << "</p>\n</article>\n";
}

}  // namespace

void write_html_articles(const PagePlan& plan, const StoryView& story, std::ostream& out) {
    std::vector<std::uint32_t> shown;
    for (const std::uint32_t document : story.documents)
        if (plan.documents[document]) shown.push_back(document);
    if (shown.empty()) return;
    out << "<section class=\"articles\">\n<h3>" << (shown.size() == 1 ? "The article" : "The articles side by side")
        << "</h3>\n<div class=\"sheets\">\n";
    for (std::size_t i = 0; i < shown.size() && i < kOpen; ++i) write_article(plan, shown[i], out);
    out << "</div>\n";
    if (shown.size() > kOpen) {
        out << "<details class=\"rest\"><summary>" << count_of(shown.size() - kOpen, "more article", "more articles")
            << "</summary>\n<div class=\"sheets\">\n";
        for (std::size_t i = kOpen; i < shown.size(); ++i) write_article(plan, shown[i], out);
        out << "</div>\n</details>\n";
    }
    if (shown.size() < story.documents.size())
        out << "<p class=\"more\">" << count_of(story.documents.size() - shown.size(), "more article", "more articles")
            << " of this story not shown in full</p>\n";
    out << "</section>\n";
}

}  // namespace firsthand::report
