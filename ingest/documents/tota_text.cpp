// The markup of ToTA is not complete: headings of articles, divisions and annexes may be part of the words of the
// article before them, numbers may be lost, and lines may be joined. This reader writes an element's heading from its
// attributes, and then searches its words for headings that ToTA missed: the article with the next number, if no
// element has that number; annexes (printed_annexes); and the heading of the next division at the end
// (trailing_division).

#include "ingest/documents/tota_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/documents/printed_annexes.h"
#include "ingest/documents/trailing_division.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// The number of matches of a pattern that do not overlap.
std::size_t count_of(const RE2& pattern, std::string_view text) {
  std::size_t count = 0;
  for (auto rest = piece(text); RE2::FindAndConsume(&rest, pattern);) ++count;
  return count;
}

/// Restores the lines of articles. In most of ToTA's files two spaces mark the end of a line. In the others line breaks
/// are real, and two spaces merely follow a sentence. Which applies is learned from the places where the items of lists
/// begin.
class LineEnds {
 public:
  /// Counts how the items of the lists in an article begin. Called for all articles before with_lines().
  void learn_from(std::string_view words) {
    static const RE2 after_spaces(R"([.;:,] {2,}(?:\([A-Za-z]{1,4}\)|\d{1,2}\.)\s)");
    static const RE2 on_own_line(R"(\n\s*(?:\([A-Za-z]{1,4}\)|\d{1,2}\.)\s)");
    if (trimmed(words).find('\n') == std::string_view::npos) return;
    after_spaces_ += count_of(after_spaces, words);
    on_own_line_ += count_of(on_own_line, words);
  }

  /// The words with line ends instead of two spaces. If the file has line breaks of its own, only where an item or a
  /// heading follows.
  [[nodiscard]] std::string with_lines(std::string_view words) const {
    const bool has_own = trimmed(words).find('\n') != std::string_view::npos && are_own();
    std::string lines;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const bool are_two = words[at] == ' ' && at + 1 < words.size() && words[at + 1] == ' ';
      if (!are_two) {
        lines += words[at];
        continue;
      }
      while (at + 1 < words.size() && words[at + 1] == ' ') ++at;
      const bool after_stop = !lines.empty() && std::string_view(".;:").find(lines.back()) != std::string_view::npos;
      lines += !has_own || begins_line(words.substr(at + 1), after_stop) ? '\n' : ' ';
    }
    return lines;
  }

 private:
  [[nodiscard]] bool are_own() const {
    constexpr std::size_t kHardlyEver = 20;
    return after_spaces_ * kHardlyEver < on_own_line_;
  }

  /// Whether the words begin an item of a list, "(b)", "iv)", "A.", "2", "- ", or, after a sentence, a heading, "Annex
  /// 3", or whether the line ends anyway.
  static bool begins_line(std::string_view words, bool after_stop) {
    static const RE2 item(R"((?s)(?:\n|\(|\d|[A-Za-z]{1,4}\)|[A-Za-z]\.|[-–•]).*)");
    static const RE2 heading(R"((?is)(?:annex|appendix|article|chapter|section|schedule)\s.*)");
    return RE2::FullMatch(piece(words), item) || (after_stop && RE2::FullMatch(piece(words), heading));
  }

  std::size_t after_spaces_ = 0;
  std::size_t on_own_line_ = 0;
};

/// The kind of an annex by its first word: "Schedule 2", "Protocol I". Nothing for other words.
std::optional<ProvisionKind> kind_of_annex(std::string_view printed) {
  const auto word = lower_case(printed.substr(0, printed.find_first_of(" :.")));
  if (word == "annex" || word == "annexe") return ProvisionKind::Annex;
  if (word == "appendix") return ProvisionKind::Appendix;
  if (word == "schedule") return ProvisionKind::Schedule;
  return word == "protocol" ? std::optional(ProvisionKind::Protocol) : std::nullopt;
}

/// An appendix or schedule belongs to the annex before it.
void add_annex(MarkedText& marked, std::string_view printed, std::string_view words) {
  const auto kind = kind_of_annex(printed).value_or(ProvisionKind::Annex);
  const auto before = marked.headings.size();
  add_heading(marked, kind, printed, words);
  if (marked.headings.size() == before) return;
  marked.headings.back().is_nested = kind == ProvisionKind::Appendix || kind == ProvisionKind::Schedule;
}

/// The kind of a division by the first letter of its printed number: "Part II", "Section A", "Title I". Anything else
/// is a chapter.
ProvisionKind kind_of_tota_chapter(std::string_view number) {
  const auto first = lower(number[0]);
  return first == 'p'   ? ProvisionKind::Part
         : first == 's' ? ProvisionKind::Section
         : first == 't' ? ProvisionKind::Title
         : first == 'a' ? ProvisionKind::Annex
                        : ProvisionKind::Chapter;
}

/// "7.10" after "7.9", "3-09" after "3-08"; empty if no digits count up.
std::string next_number(std::string_view number) {
  const auto dot = number.find_last_of(".-");
  const auto first = dot == std::string_view::npos ? 0 : dot + 1;
  const auto value = digits_value(number.substr(first));
  if (!value) return {};
  return std::string(number.substr(0, first)) +
         fmt::format("{:0{}}", *value + 1,
                     number.size() - first > 1 && number[first] == '0' ? number.size() - first : 1);
}

std::string last_word(std::string_view words) {
  return std::string(words.substr(words.find_last_of(' ') + 1));
}

std::string printed_number(const pugi::xml_node& article) {
  std::string number = article.attribute("number").value();
  std::ranges::replace(number, ':', ' ');  // "ARTICLE:8.7"
  return fold(number);
}

/// "1.1" before "1.2".
std::string number_before(std::string_view number) {
  const auto first = number.find_last_of(".-") + 1;  // 0 if there is no separator
  const auto value = digits_value(number.substr(first));
  return value && *value > 1 ? std::string(number.substr(0, first)) + std::to_string(*value - 1) : std::string();
}

/// The printed number of an article: "ARTICLE 8.7". "ARTICLE 1ER" and "ARTICLE PREMIER" are article 1. An article that
/// has lost its number gets the number before that of the next article.
std::string number_of(const pugi::xml_node& article) {
  static const RE2 first(R"((?i)(art\S+)\s+(?:premier|primero|1er))");
  static const RE2 bare(R"((?i)art\S+)");
  auto printed = printed_number(article);
  std::string word;
  if (RE2::FullMatch(printed, first, &word)) return word + " 1";
  if (!RE2::FullMatch(printed, bare)) return printed;
  const auto lost = number_before(last_word(printed_number(article.next_sibling("article"))));
  return lost.empty() ? printed : printed + " " + lost;
}

/// Writes the words of ToTA's articles. If they contain a heading, of an article without an element, a division or an
/// annex, it is written as a heading.
class TotaArticles {
 public:
  TotaArticles(MarkedText& marked, const pugi::xml_node& body) : marked_(marked) {
    for (const auto& chapter : body.children("chapter")) {
      for (const auto& article : chapter.children("article")) {
        known_.insert(last_word(number_of(article)));
        line_ends_.learn_from(all_text(article));
      }
    }
  }

  /// Writes an article, and those that are hidden in its words.
  void add(const pugi::xml_node& article) {
    auto number = number_of(article);
    if (!number.empty()) add_heading(marked_, ProvisionKind::Article, number, fold(article.attribute("name").value()));
    const auto lines = line_ends_.with_lines(all_text(article));
    std::string_view words = lines;
    const auto before =
        number.empty() && marked_.headings.empty() ? "0" : last_word(number);  // in a preamble, article 1
    for (auto next = hidden(words, before); next.start != std::string_view::npos; next = hidden(words, next.number)) {
      add_words(words.substr(0, next.start));
      add_heading(marked_, ProvisionKind::Article, "Article " + next.number, next.heading);
      words.remove_prefix(next.after);
    }
    add_words(words);
  }

 private:
  /// The heading of an article inside the words of another one. `start` is npos if there is none.
  struct Hidden {
    std::size_t start = std::string_view::npos;
    std::size_t after = 0;
    std::string number;
    std::string heading;
  };

  /// The heading of the article after `number`, if no element has that number.
  [[nodiscard]] Hidden hidden(std::string_view words, std::string_view number) const {
    constexpr std::size_t kLongest = 90;
    Hidden found;
    found.number = next_number(number);
    if (found.number.empty() || known_.contains(found.number)) return found;
    if (words.find(found.number) == std::string_view::npos) return found;
    const RE2 pattern(R"([.;:)]\s*((?:Article|ARTICLE)\s+)" + RE2::QuoteMeta(found.number) +
                      R"(\s*[.:⊥–-]*\s*)((?:\n\s*)?[A-Z][^\n]*))");
    re2::StringPiece start;
    re2::StringPiece rest;
    if (!RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), pattern, &start, &rest)) return found;
    found.start = static_cast<std::size_t>(start.data() - words.data());
    const bool is_heading = rest.size() < kLongest && rest.find('.') == re2::StringPiece::npos;
    found.heading = is_heading ? fold({rest.data(), rest.size()}) : std::string();
    found.after = static_cast<std::size_t>(rest.data() - words.data()) + (is_heading ? rest.size() : 0);
    return found;
  }

  /// Writes words without headings of articles, but with those of annexes and of a division at their end.
  void add_words(std::string_view words) {
    const auto annexes = marked_.headings.empty() ? std::vector<PrintedAnnex>() : printed_annexes(words);
    const auto start_of = [&](std::size_t i) { return i < annexes.size() ? annexes[i].start : words.size(); };
    const auto division = trailing_division(words);
    const auto last = std::min(division.start, words.size());
    add_block(marked_, words.substr(0, std::min(start_of(0), last)));
    for (std::size_t i = 0; i < annexes.size(); ++i) {
      add_annex(marked_, annexes[i].printed, annexes[i].heading);
      const auto end = std::min(start_of(i + 1), last);
      add_unmarked(marked_, words.substr(annexes[i].body, end - annexes[i].body));
    }
    if (division.found()) add_heading(marked_, division.kind, division.printed, division.heading);
  }

  MarkedText& marked_;
  std::set<std::string, std::less<>> known_;  ///< numbers of articles that have an element
  LineEnds line_ends_;
};

}  // namespace

MarkedText tota_text(const pugi::xml_node& treaty) {
  MarkedText marked;
  marked.format = "tota";
  const auto meta = treaty.child("meta");
  marked.title = fold(all_text(meta.child("name")));
  constexpr std::array<std::pair<const char*, std::string_view>, 5> kFacts = {{{"date_signed", "signed"},
                                                                               {"date_into_force", "entry_into_force"},
                                                                               {"language", "language"},
                                                                               {"type", "agreement_type"},
                                                                               {"status", "status"}}};
  for (const auto& [element, property] : kFacts) {
    const auto value = fold(all_text(meta.child(element)));
    if (!value.empty()) set_property(marked.properties, property, PropertyValue(value));
  }
  std::string parties;
  for (const auto& party : meta.child("parties_original").children()) {
    parties += (parties.empty() ? "" : ";") + fold(all_text(party));
  }
  if (!parties.empty()) set_property(marked.properties, "parties", PropertyValue(parties));
  TotaArticles articles(marked, treaty.child("body"));
  for (const auto& chapter : treaty.child("body").children("chapter")) {
    const auto number = fold(chapter.attribute("number").value());
    const auto name = fold(chapter.attribute("name").value());
    if (kind_of_annex(number)) {
      add_annex(marked, number, name);
    } else if (!number.empty()) {
      add_heading(marked, kind_of_tota_chapter(number), number, name);
    }
    for (const auto& article : chapter.children("article")) articles.add(article);
  }
  return marked;
}

}  // namespace treatygraph::ingest
