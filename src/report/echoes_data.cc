// As JSON (firsthand.echoes/1) and as a table of one row for each passage. Tested by echoes_test.cc and the golden files
// echoes.json and echoes.csv.
#include <set>

#include "report/csv_writer.h"
#include "report/echoes.h"
#include "report/json_groups.h"
#include "report/json_reading.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

void write_pair(JsonWriter& json, const View& view, const EchoPair& pair) {
    json.open('{');
    json.key("from").text(view.document(pair.from).id);
    json.key("to").text(view.document(pair.to).id);
    json.key("words").number(pair.same);
    json.key("direction").text(name_of(pair.direction));
    json.key("why").text(pair.why);
    json.key("copy").text_or_null(pair.one_text ? std::string_view(view.copies()[view.copy_of(pair.from)].id) : std::string_view());
    json.key("echoes").open('[');
    for (const Link* echo : pair.passages) write_echo(json, view, *echo);
    json.close(']');
    json.close('}');
}

}  // namespace

void write_echoes_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const EchoesFact fact = list_echo_pairs(view, options.limit);
    std::set<std::uint32_t> named;
    for (const EchoPair& pair : fact.pairs) named.insert({pair.from, pair.to});
    JsonWriter json(out);
    json.open('{');
    write_head(json, "firsthand.echoes/1", options);
    write_documents(json, view, named);
    write_skipped(json, corpus.skipped);
    write_list(json, "pairs", fact.pairs, [&](const EchoPair& pair) { write_pair(json, view, pair); });
    json.new_line();
    json.key("left_out").open('{');
    json.key("pairs").number(fact.more_pairs);
    json.close('}');
    json.close('}');
    json.new_line();
}

void write_echoes_csv(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const EchoesFact fact = list_echo_pairs(view, options.limit);
    CsvWriter csv(out, {"from", "from_outlet", "from_published", "from_title", "to", "to_outlet", "to_published", "to_title", "direction", "why", "words", "same",
                        "from_begin", "from_end", "to_begin", "to_end", "from_text", "to_text"});
    for (const EchoPair& pair : fact.pairs) {
        for (const Link* echo : pair.passages) {
            const ByteSpan from = view.points(pair.from, echo->from.span), to = view.points(pair.to, echo->to.span);
            csv.document(view, pair.from).document(view, pair.to).text(name_of(pair.direction)).text(pair.why).number(echo->words).number(echo->same);
            csv.number(from.begin).number(from.end).number(to.begin).number(to.end);
            csv.text(passage_words(view, echo->from)).text(passage_words(view, echo->to)).end_row();
        }
    }
}

}  // namespace firsthand::report
