// As JSON (firsthand.copies/1) and as a table of one row for each article. Tested by copies_test.cc and the golden files
// copies.json and copies.csv.
#include <set>

#include "report/copies.h"
#include "report/csv_writer.h"
#include "report/json_groups.h"
#include "report/json_reading.h"

namespace firsthand::report {

namespace {

std::set<std::uint32_t> list_named(const CopiesFact& fact) {
    std::set<std::uint32_t> named(fact.borrowers.begin(), fact.borrowers.end());
    for (const SetView* group : fact.groups) named.insert(group->documents.begin(), group->documents.end());
    for (const std::uint32_t document : fact.borrowers)
        for (const Borrowed::Lender& lender : fact.borrowed[document].from) named.insert(lender.document);
    return named;
}

// "document","words","borrowed":{"low","high"}: all of them in words.
void write_share_fields(JsonWriter& json, const View& view, const Borrowed& borrowed, std::uint32_t document) {
    json.key("document").text(view.document(document).id);
    json.key("words").number(borrowed.words);
    json.key("borrowed").open('{');
    json.key("low").number(borrowed.low);
    json.key("high").number(borrowed.high);
    json.close('}');
}

void write_borrower(JsonWriter& json, const View& view, const Borrowed& borrowed, std::uint32_t document) {
    json.open('{');
    write_share_fields(json, view, borrowed, document);
    json.key("from").open('[');
    for (const Borrowed::Lender& lender : borrowed.from) {
        json.open('{');
        json.key("document").text(view.document(lender.document).id);
        json.key("words").number(lender.words);
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

}  // namespace

void write_copies_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const CopiesFact fact = list_copied_texts(view, options.limit);
    JsonWriter json(out);
    json.open('{');
    write_head(json, "firsthand.copies/1", options);
    write_documents(json, view, list_named(fact));
    write_skipped(json, corpus.skipped);
    write_list(json, "copies", fact.groups, [&](const SetView* group) {
        json.open('{');
        write_copy_fields(json, view, *group);
        json.key("members").open('[');
        for (const std::uint32_t document : group->documents) {
            json.open('{');
            write_share_fields(json, view, fact.borrowed[document], document);
            json.close('}');
        }
        json.close(']');
        json.close('}');
    });
    write_list(json, "borrowers", fact.borrowers, [&](std::uint32_t document) { write_borrower(json, view, fact.borrowed[document], document); });
    json.new_line();
    json.key("left_out").open('{');
    json.key("copies").number(fact.more_groups);
    json.key("borrowers").number(fact.more_borrowers);
    json.close('}');
    json.close('}');
    json.new_line();
}

void write_copies_csv(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const CopiesFact fact = list_copied_texts(view, options.limit);
    CsvWriter csv(out, {"copy", "articles", "root", "credit", "why", "document", "outlet", "published", "title", "words", "borrowed_low", "borrowed_high", "percent_low",
                        "percent_high", "from"});
    const auto write_words = [&](std::uint32_t document) {
        const Borrowed& borrowed = fact.borrowed[document];
        csv.document(view, document).number(borrowed.words).number(borrowed.low).number(borrowed.high);
        csv.number(percent_of(borrowed.low, borrowed.words)).number(percent_of(borrowed.high, borrowed.words));
    };
    for (const SetView* group : fact.groups) {
        const CopyFact copy = describe_copy(view, *group);
        for (const std::uint32_t document : group->documents) {
            csv.text(group->id).number(group->documents.size()).text(copy.root == kNone ? std::string_view() : std::string_view(view.document(copy.root).id));
            csv.text(copy.credit).text(copy.why);
            write_words(document);
            csv.nothing().end_row();
        }
    }
    for (const std::uint32_t document : fact.borrowers) {
        csv.nothing().number(1).nothing().nothing().nothing();
        write_words(document);
        csv.text(lenders_in_words(view, fact.borrowed[document])).end_row();
    }
}

}  // namespace firsthand::report
