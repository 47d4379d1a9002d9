// The frame of the page: what was read, the way to the stories, what was skipped, how to read the marks.
// The page holds at most 30 stories and 200 articles in full, and says so. Tested by html_test.cc and the golden file report.html.
#include "report/html.h"

#include <fmt/format.h>

#include "report/html_page.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kStories = 30, kArticles = 200, kSayings = 12;

void choose_stories(PagePlan& plan) {
    plan.stories = sort_stories(plan.view);
    if (plan.stories.size() > kStories) plan.stories.resize(kStories);
    plan.documents.assign(plan.view.size(), false);
    for (const StoryView* story : plan.stories) {
        for (const std::uint32_t document : story->documents) {
            if (plan.full_articles == kArticles) return;
            plan.documents[document] = true;
            ++plan.full_articles;
        }
    }
}

void choose_sayings(PagePlan& plan) {
    for (const StoryView* story : plan.stories) {
        plan.first_saying.push_back(plan.sayings.size());
        plan.hidden_sayings.push_back(0);
        for (const Group* group : story->utterances) {
            if (count_documents(*group) < 2) break;            // sorted: none after it is repeated
            if (plan.sayings.size() - plan.first_saying.back() == kSayings) {
                ++plan.hidden_sayings.back();
                continue;
            }
            for (const Passage& member : group->members) {
                const std::uint32_t document = plan.view.index_of(member.document);
                if (document != kNone && member.item != kNone) plan.saying_at.try_emplace({document, member.item}, plan.sayings.size());
            }
            plan.sayings.push_back(describe_utterance(plan.view, *group));
        }
    }
    plan.first_saying.push_back(plan.sayings.size());
}

void choose_echoes(PagePlan& plan) {
    plan.echoes.resize(plan.view.size());
    for (const Link& link : plan.view.corpus().links) {
        if (link.kind != LinkKind::echo) continue;
        const std::uint32_t from = plan.view.index_of(link.from.document), to = plan.view.index_of(link.to.document);
        if (from == kNone || to == kNone || !plan.documents[from] || !plan.documents[to]) continue;
        plan.echo_number.emplace(&link, plan.echo_number.size() + 1);
        plan.echoes[from].push_back(&link);
        plan.echoes[to].push_back(&link);
    }
}

void write_start(const PagePlan& plan, const Counts& counts, std::ostream& out) {
    write_page_start(counts.articles == 0 ? "Nothing was read" : counts_in_words(counts), "Skip to the stories", out);
    write_gaps(counts, out);
    const std::size_t stories = plan.view.stories().size();
    if (plan.stories.size() < stories || plan.full_articles < counts.articles) {
        out << "<p class=\"gaps\">This page shows ";
        if (plan.stories.size() < stories) out << "the " << plan.stories.size() << " largest of " << count_of(stories, "story", "stories") << " and ";
        out << count_of(plan.full_articles, "article") << " in full. Everything is in the JSON (<code>--json</code>).</p>\n";
    }
    out << "</header>\n";
}

void write_navigation(const PagePlan& plan, std::ostream& out) {
    if (plan.stories.size() < 2) return;
    out << "<nav aria-label=\"Stories\">\n<h2>The stories</h2>\n<ol>\n";
    for (std::size_t i = 0; i < plan.stories.size(); ++i) {
        out << "<li><a href=\"#s" << i + 1 << "\"><bdi>" << Escaped{plan.stories[i]->title} << "</bdi></a> <span class=\"facts\">"
            << Escaped{story_in_words(plan.view, *plan.stories[i])} << "</span></li>\n";
    }
    out << "</ol>\n</nav>\n";
}

void write_end(const ReportOptions& options, std::ostream& out) {
    write_legend_start(out);
    out << "<dt><mark class=\"quote\">solid line</mark></dt><dd>a quotation: words in quotation marks, or given to somebody. "
           "Where it is a link, other articles have it too.</dd>\n"
           "<dt><mark class=\"echo\">dotted line</mark></dt><dd>a passage that stands in another article as well; the link leads to it.</dd>\n"
           "<dt><span class=\"source\">dashed line</span></dt><dd>who is named as the source of a quotation.</dd>\n"
           "<dt><ins>put in</ins> <del>left out</del></dt><dd>how a wording differs from the most frequent one.</dd>\n"
           "<dt>independent origins</dt><dd>separate ways by which the information came in: at least the first number, at most the second. "
           "Copies of one text, and one source quoted in many articles, are one origin.</dd>\n"
           "<dt>A ← B</dt><dd>A passed on what B said.</dd>\n";
    write_page_end(options, out);
}

}  // namespace

PagePlan plan_page(const View& view) {
    PagePlan plan{view, {}, {}, 0, {}, {}, {}, {}, {}, {}};
    choose_stories(plan);
    choose_sayings(plan);
    choose_echoes(plan);
    return plan;
}

void write_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const PagePlan plan = plan_page(view);
    write_start(plan, count_all(view), out);
    write_navigation(plan, out);
    out << "<main id=\"main\">\n";
    for (std::size_t i = 0; i < plan.stories.size(); ++i) write_html_story(plan, i, out);
    if (plan.stories.empty()) out << "<p>No article could be read, so there is nothing to show.</p>\n";
    out << "</main>\n";
    write_skipped_inputs(corpus.skipped, out);
    write_end(options, out);
}

}  // namespace firsthand::report
