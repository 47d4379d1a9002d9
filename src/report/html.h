// View -> one self-contained page: no script, no network, article text only as text.
#pragma once

#include <iosfwd>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/facts.h"
#include "report/report.h"
#include "report/view.h"

namespace firsthand::report {

void write_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

// The style sheet, and its SHA-256 in base64 as the page's content security policy names it.
[[nodiscard]] std::string_view style_sheet();
[[nodiscard]] std::string_view style_hash();

// What the page shows, chosen before the first line is written, so that every link on it has its target.
struct PagePlan {
    struct Place {
        std::uint32_t document = 0, attribution = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    const View& view;
    std::vector<const StoryView*> stories;                     // shown, the largest first
    std::vector<bool> documents;                               // shown in full, by index
    std::size_t full_articles = 0;
    std::vector<UtteranceFact> sayings;                        // shown, in the order of the page
    std::vector<std::size_t> first_saying;                     // by story: index of its first; one more at the end
    std::vector<std::size_t> hidden_sayings;                   // by story: repeated, but not shown
    std::map<Place, std::size_t> saying_at;                    // index of `sayings`
    std::vector<std::vector<const Link*>> echoes;              // by document: both of whose articles are shown
    std::unordered_map<const Link*, std::size_t> echo_number;
};
[[nodiscard]] PagePlan plan_page(const View& view);

void write_html_story(const PagePlan& plan, std::size_t story, std::ostream& out);
void write_html_articles(const PagePlan& plan, const StoryView& story, std::ostream& out);

}  // namespace firsthand::report
