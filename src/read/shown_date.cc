// Words and numbers of a line, then four patterns: month day year, day month year, year month day, and numbers with marks
// between them. dates.h parses fields that hold a date and nothing else; here it stands among words. Tested by shown_date_test.cc.
#include "read/shown_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kMostTokens = 200;

struct Token {
    std::string_view text;
    std::string folded;                            // of a word
    int number = -1;
    std::size_t begin = 0, end = 0;
};

// Full names and short forms, folded. The same word never means two months in two of the languages.
constexpr std::array<std::string_view, 12> kMonths = {
    " january jan januar januari janvier janv enero ene janeiro gennaio gen jänner января stycznia ocak tammikuuta leden ledna ",
    " february feb februar februari février fevrier févr fevr febrero fevereiro fev febbraio февраля lutego şubat helmikuuta února ",
    " march mar märz mär maart mars mrt marzo março marco марта marca mart maaliskuuta března ",
    " april apr avril avr abril abr aprile апреля kwietnia nisan huhtikuuta dubna ",
    " may mai mei maio mayo maggio mag maj мая maja mayıs toukokuuta května ",
    " june jun juni juin junio junho giugno giu июня czerwca haziran kesäkuuta června ",
    " july jul juli juillet juil julio julho luglio lug июля lipca temmuz heinäkuuta července ",
    " august aug augustus août aout agosto ago augusti августа sierpnia ağustos elokuuta srpna ",
    " september sep sept septembre septiembre setiembre setembro set settembre сентября września eylül syyskuuta září ",
    " october oct oktober okt octobre octubre outubro out ottobre ott октября października ekim lokakuuta října ",
    " november nov novembre noviembre novembro ноября listopada kasım marraskuuta listopadu ",
    " december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre декабря grudnia aralık joulukuuta prosince ",
};

int find_month(const std::string& word) {
    if (word.size() < 3) return 0;
    const std::string key = " " + word + " ";
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (kMonths[i].find(key) != std::string_view::npos) return static_cast<int>(i + 1);
    return 0;
}

std::vector<Token> read_tokens(std::string_view line, std::size_t from) {
    std::vector<Token> tokens;
    for (std::size_t at = from; at < line.size() && tokens.size() < kMostTokens;) {
        const auto first = base::decode(line, at);
        if (base::is_space(first.point) || first.point == 0x1F) {
            at += first.size;
            continue;
        }
        Token token;
        token.begin = at;
        const bool digit = line[at] >= '0' && line[at] <= '9';
        const bool letter = base::is_letter(first.point);
        while (at < line.size()) {
            const auto next = base::decode(line, at);
            const bool next_digit = line[at] >= '0' && line[at] <= '9';
            if (at != token.begin && (digit ? !next_digit : !letter || !base::is_letter(next.point))) break;
            at += next.size;
        }
        token.end = at;
        token.text = line.substr(token.begin, at - token.begin);
        if (letter) token.folded = base::fold(token.text);
        if (digit && token.text.size() <= 4) {
            token.number = 0;
            for (const char c : token.text) token.number = token.number * 10 + (c - '0');
        }
        tokens.push_back(std::move(token));
    }
    return tokens;
}

class Finder {
  public:
    Finder(std::string_view line, DayOrder order, std::size_t from) : line_(line), order_(order), tokens_(read_tokens(line, from)) {}

    std::optional<ShownDate> run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!month_first(i) && !day_first(i) && !numbers(i) && !year_first(i)) continue;
            date_.begin = tokens_[i].begin;
            find_label();
            find_clock();
            return date_;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] int number(std::size_t i) const { return i < tokens_.size() ? tokens_[i].number : -1; }
    [[nodiscard]] bool is(std::size_t i, std::string_view text) const { return i < tokens_.size() && tokens_[i].text == text; }
    [[nodiscard]] bool is_word(std::size_t i, std::string_view set) const {
        return i < tokens_.size() && !tokens_[i].folded.empty() && set.find(" " + tokens_[i].folded + " ") != std::string_view::npos;
    }
    [[nodiscard]] bool is_year(std::size_t i) const { return i < tokens_.size() && tokens_[i].text.size() == 4 && number(i) >= 1900 && number(i) <= 2100; }

    bool set(int year, int month, int day, std::size_t last) {
        constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) return false;
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month == 2 && day == 29 && !leap) return false;
        date_.year = year;
        date_.month = month;
        date_.day = day;
        date_.end = tokens_[last].end;
        return true;
    }

    // Nov. 19th, 2019
    bool month_first(std::size_t i) {
        std::size_t at = i + 1;
        if (is(at, ".")) ++at;
        const int day = number(at);
        if (day < 1 || day > 31) return false;
        const int month = find_month(tokens_[i].folded);
        if (month == 0) return false;
        ++at;
        if (is_word(at, " st nd rd th ")) ++at;
        while (is(at, ",") || is(at, ".") || is_word(at, " de ")) ++at;
        return is_year(at) && set(number(at), month, day, at);
    }

    // 19 November 2019, 30. Juli 2018, 22 de outubro de 2010, 19-Nov-2019, 1er janvier 2020
    bool day_first(std::size_t i) {
        const int day = number(i);
        if (day < 1 || day > 31) return false;
        std::size_t at = i + 1;
        if (is_word(at, " st nd rd th er ")) ++at;
        while (is(at, ".") || is(at, "-") || is(at, "/") || is(at, "º") || is_word(at, " de of ")) ++at;
        const int month = at < tokens_.size() ? find_month(tokens_[at].folded) : 0;
        if (month == 0) return false;
        ++at;
        while (is(at, ".") || is(at, ",") || is(at, "-") || is(at, "/") || is_word(at, " de del ")) ++at;
        return is_year(at) && set(number(at), month, day, at);
    }

    // 2019-11-19, 2019/11/19, 2019/nov/19, 2019年11月19日
    bool year_first(std::size_t i) {
        if (!is_year(i)) return false;
        if (is_word(i + 1, " 年 ") && number(i + 2) > 0 && is_word(i + 3, " 月 ") && number(i + 4) > 0) return set(number(i), number(i + 2), number(i + 4), i + 4);
        const bool marked = is(i + 1, "-") || is(i + 1, "/") || is(i + 1, ".");
        if (!marked || i + 4 >= tokens_.size() || !is(i + 3, tokens_[i + 1].text)) return false;
        const int month = number(i + 2) > 0 ? number(i + 2) : find_month(tokens_[i + 2].folded);
        return set(number(i), month, number(i + 4), i + 4);
    }

    // 19.11.2019, 11/19/2019, 11/19/19
    bool numbers(std::size_t i) {
        const bool marked = is(i + 1, "/") || is(i + 1, ".") || is(i + 1, "-");
        const int first = number(i), second = number(i + 2);
        if (!marked || first < 1 || second < 1 || !is(i + 3, tokens_[i + 1].text)) return false;
        if (i > 0 && (is(i - 1, "/") || is(i - 1, ".") || is(i - 1, "-"))) return false;
        int year = number(i + 4);
        if (!is_year(i + 4)) {
            if (!is(i + 1, "/") || i + 4 >= tokens_.size() || tokens_[i + 4].text.size() != 2) return false;
            year += 2000;
        }
        DayOrder order = is(i + 1, ".") ? DayOrder::day_first : order_;
        if (first > 12) order = DayOrder::day_first;
        if (second > 12) order = DayOrder::month_first;
        if (first == second) order = DayOrder::day_first;
        if (order == DayOrder::unknown) return false;
        return order == DayOrder::day_first ? set(year, second, first, i + 4) : set(year, first, second, i + 4);
    }

    // What the words before the date call it; the nearest wins.
    void find_label() {
        constexpr auto kUpdates = std::to_array<std::string_view>({"updat", "modif", "actuali", "aggiorn", "atualiz", "aktualis", "mis à jour", "bijgewerkt", "revised",
            "обновл", "edited", "geändert", "ändrad", "corrected", "reviewed"});
        constexpr auto kPublished = std::to_array<std::string_view>({"publi", "posted", "veröffentlicht", "gepubliceerd", "pubbl", "опубликован", "created", "first",
            "issued", "released", "erschienen", "publié"});
        const std::string before = base::fold(line_.substr(0, date_.begin));
        const auto last_of = [&](const auto& words) {
            std::size_t last = 0;
            for (const std::string_view word : words)
                if (const auto at = before.rfind(word); at != std::string::npos) last = std::max(last, at + 1);
            return last;
        };
        const std::size_t update = last_of(kUpdates), published = last_of(kPublished);
        date_.update = update > published;
        date_.published = published > update;
    }

    // "5:30 PM", "17.30", "2:24 a.m. EST" beside the date; a zone only where the clock is.
    void find_clock() {
        for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
            if (tokens_[i].begin >= date_.begin && tokens_[i].begin < date_.end) continue;
            const int hour = number(i), minute = number(i + 2);
            if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || tokens_[i + 2].text.size() != 2) continue;
            if (!is(i + 1, ":") && !(is(i + 1, ".") && tokens_[i].begin > date_.end)) continue;
            if (tokens_[i].begin > date_.end + 24 || tokens_[i + 2].end + 24 < date_.begin) continue;
            std::size_t at = i + 3;
            if (is(at, ":") && number(at + 1) >= 0) at += 2;
            int hours = hour;
            const bool dotted = (is_word(at, " a ") || is_word(at, " p ")) && is(at + 1, ".") && is_word(at + 2, " m ");
            if (dotted || is_word(at, " am pm ")) {
                if (hour < 1 || hour > 12) continue;
                hours = hour % 12 + (tokens_[at].folded.front() == 'p' ? 12 : 0);
                at += dotted ? 3 : 1;
                if (is(at, ".")) ++at;
            }
            date_.minute = hours * 60 + minute;
            if (is_word(at, " utc gmt est edt cst cdt mst mdt pst pdt bst cet cest ")) date_.zone = tokens_[at].text;
            return;
        }
    }

    std::string_view line_;
    DayOrder order_;
    std::vector<Token> tokens_;
    ShownDate date_;
};

}  // namespace

std::optional<ShownDate> find_shown_date(std::string_view line, DayOrder order, std::size_t from) {
    if (line.find_first_of("0123456789", from) == std::string_view::npos) return std::nullopt;
    return Finder(line, order, from).run();
}

}  // namespace firsthand::read
