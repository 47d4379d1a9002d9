// Chooses and puts in order; what an article owes to others is measured in borrowed.cc. Tested by copies_test.cc.
#include "report/copies.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "report/limit.h"
#include "report/words.h"

namespace firsthand::report {

CopiesFact list_copied_texts(const View& view, unsigned limit) {
    CopiesFact fact;
    fact.borrowed = measure_borrowed(view);
    for (const SetView& copy : view.copies())
        if (copy.documents.size() >= 2) fact.groups.push_back(&copy);
    std::stable_sort(fact.groups.begin(), fact.groups.end(), [](const SetView* a, const SetView* b) { return a->documents.size() > b->documents.size(); });
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        const Borrowed& borrowed = fact.borrowed[i];
        if (view.copies()[view.copy_of(i)].documents.size() < 2 && percent_of(borrowed.high, borrowed.words) >= kLeastBorrowed) fact.borrowers.push_back(i);
    }
    std::stable_sort(fact.borrowers.begin(), fact.borrowers.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Borrowed &x = fact.borrowed[a], &y = fact.borrowed[b];
        return std::tuple(percent_of(x.high, x.words), percent_of(x.low, x.words)) > std::tuple(percent_of(y.high, y.words), percent_of(y.low, y.words));
    });
    fact.more_groups = keep_first(fact.groups, limit);
    fact.more_borrowers = keep_first(fact.borrowers, limit);
    return fact;
}

std::string copies_in_words(const CopiesFact& fact) {
    if (fact.groups.empty()) return "No text is printed by several articles";
    std::size_t articles = 0;
    for (const SetView* group : fact.groups) articles += group->documents.size();
    if (fact.more_groups > 0) return fmt::format("{} that several articles print, the first {}", count_of(fact.groups.size() + fact.more_groups, "text"), fact.groups.size());
    return fmt::format("{} printed by several articles, {} in all", fact.groups.size() == 1 ? "1 text is" : count_of(fact.groups.size(), "text") + " are", articles);
}

std::string root_in_words(const View& view, const CopyFact& copy) {
    if (copy.root != kNone) return fmt::format("Goes back to {}, {}: {}", short_name(view.document(copy.root)), day_of(view.document(copy.root).published), copy.why);
    return fmt::format("{}: {}", copy.credit.empty() ? "Root not known" : "Goes back to " + copy.credit, copy.why);
}

std::string lenders_in_words(const View& view, const Borrowed& borrowed) {
    struct Name {
        std::string name;
        std::uint32_t words = 0, articles = 0;
    };
    std::vector<Name> names;                       // each once; the first article of a name has most
    for (const Borrowed::Lender& lender : borrowed.from) {
        std::string name = short_name(view.document(lender.document));
        auto known = std::find_if(names.begin(), names.end(), [&](const Name& one) { return one.name == name; });
        if (known == names.end()) known = names.insert(names.end(), {std::move(name), lender.words, 0});
        ++known->articles;
    }
    std::string words;
    for (const Name& one : names) {
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", one.name, one.words);
        if (one.articles > 1) words += fmt::format(" ({} articles)", one.articles);
    }
    return words;
}

}  // namespace firsthand::report
