// Articles are written with headings from their JSON objects. In such collections the heading of a chapter is often at
// the end of the words of the article before it. It is used only if the headings of its kind are complete: with chapter
// III but without chapters I and II, the articles before would seem to be in no chapter.

#include "ingest/documents/treaty_json_text.h"

#include <array>
#include <map>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <re2/re2.h>

#include "ingest/documents/trailing_division.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

using Json = rapidjson::Value;

/// A string of an object; empty if it is missing or not a string. It refers to the JSON document.
std::string_view member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

/// The number in the words before an article: "8 bis" of "8 bis" and "Article 8 bis", "VIII", "8 bis" of "第八條之二".
/// Empty if the words are not such a number.
std::string article_number_in(std::string_view printed) {
  static const RE2 latin(
      R"((?i:article|art\.?)?\s*(\d{1,4}(?:[\s-]?(?:bis|ter|quater|quinquies|sexies|septies|octies|[A-Z]))?|[IVXLC]+)\s*\.?)");
  static const RE2 chinese(R"(第?([〇零一二三四五六七八九十百]+)[條条]?(?:之([二三四五六七八九]))?)");
  std::string number;
  if (RE2::FullMatch(piece(printed), latin, &number)) return number;
  std::string insertion;
  if (!RE2::FullMatch(piece(printed), chinese, &number, &insertion)) return {};
  const auto value = chinese_value(number);
  if (!value) return {};
  constexpr std::array<std::string_view, 8> kInsertions = {"bis",    "ter",     "quater", "quinquies",
                                                           "sexies", "septies", "octies", "novies"};
  // "之二" (of two) is "bis", which is the first insertion.
  const auto place = chinese_value(insertion);
  return place ? fmt::format("{} {}", *value, kInsertions.at(static_cast<std::size_t>(*place - 2)))
               : std::to_string(*value);
}

/// The number of an article: the one in the file, as a JSON number or as text, or its position from 1.
std::string number_of(const Json& article, std::size_t place) {
  const auto found = article.FindMember("article");
  if (found != article.MemberEnd() && found->value.IsUint()) return std::to_string(found->value.GetUint());
  const auto number = article_number_in(trimmed(member(article, "article")));
  return number.empty() ? std::to_string(place) : number;
}

/// Whether the headings of a kind count up from one. Otherwise some of them were lost.
class KnownDivisions {
 public:
  void note(const TrailingDivision& division) {
    if (!division.found()) return;
    auto& count = counts_[division.kind];
    // "C" is 100 or the third, so the reading that counts on is taken.
    const bool is_next_letter = division.letter == count.last + 1;
    const auto number = is_next_letter || division.number == 0 ? division.letter : division.number;
    const bool counts_on = number == count.last + 1 || (number == 1 && count.last > 0);
    count.is_whole = count.is_whole && counts_on;
    count.last = number;
    ++count.found;
  }

  /// Whether there are several headings of the kind and none is missing.
  [[nodiscard]] bool are_whole(ProvisionKind kind) const {
    const auto found = counts_.find(kind);
    return found != counts_.end() && found->second.is_whole && found->second.found > 1;
  }

 private:
  struct Count {
    int last = 0;
    int found = 0;
    bool is_whole = true;
  };
  std::map<ProvisionKind, Count> counts_;
};

KnownDivisions divisions_of(const rapidjson::Document& json) {
  KnownDivisions divisions;
  divisions.note(trailing_division(member(json, "preamble_en")));
  for (const auto& article : json["articles"].GetArray()) {
    if (article.IsObject()) divisions.note(trailing_division(member(article, "content_en")));
  }
  return divisions;
}

/// Writes words up to a heading of a division at their end, and then that heading. A heading of a kind that is not
/// complete is left out.
void add_words(MarkedText& marked, std::string_view words, const KnownDivisions& divisions) {
  const auto division = trailing_division(words);
  add_block(marked, words.substr(0, division.start));
  if (division.found() && divisions.are_whole(division.kind))
    add_heading(marked, division.kind, division.printed, division.heading);
}

/// The size of the part of an article's words that continues its title: "of the air space" in the title, "over the
/// territorial sea" in the first line of the words, then "1. ...". 0 if the title is complete.
std::size_t rest_of_title(std::string_view title, std::string_view content) {
  static const RE2 pattern(R"(([a-z][^\n.;:]{0,120})\n\s*(?:[A-Z]|1\s*\.))");
  re2::StringPiece rest;
  auto text = piece(content);
  return !title.empty() && RE2::Consume(&text, pattern, &rest) ? rest.size() : 0;
}

void add_article(MarkedText& marked, const Json& article, std::size_t place, const KnownDivisions& divisions) {
  const auto title = member(article, "title_en");
  const auto content = member(article, "content_en");
  const auto rest = rest_of_title(title, content);
  add_heading(marked, ProvisionKind::Article, "Article " + number_of(article, place),
              fmt::format("{} {}", title, content.substr(0, rest)));
  add_words(marked, content.substr(rest), divisions);
}

}  // namespace

bool is_json(std::string_view bytes) {
  return trimmed(bytes.substr(0, 1024)).starts_with('{');
}

Result<MarkedText> treaty_json_text(std::string_view bytes) {
  rapidjson::Document json;
  // The iterative parser does not overflow the stack on deeply nested input.
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  if (json.HasParseError()) {
    return fail(ErrorCode::InvalidArgument, fmt::format("byte {}: is not JSON: {}", json.GetErrorOffset(),
                                                        rapidjson::GetParseError_En(json.GetParseError())));
  }
  if (!json.IsObject() || !json.HasMember("articles") || !json["articles"].IsArray()) {
    return fail(ErrorCode::InvalidArgument, R"(a treaty in JSON is an object with "treaty_en" and a list "articles")");
  }
  const auto divisions = divisions_of(json);
  MarkedText marked;
  marked.format = "treaty-json";
  marked.title = fold(member(json, "treaty_en"));
  if (const auto preamble = member(json, "preamble_en"); !preamble.empty()) {
    add_words(marked, fmt::format("Preamble\n\n{}", preamble), divisions);
  }
  std::size_t place = 0;
  for (const auto& article : json["articles"].GetArray()) {
    ++place;
    if (!article.IsObject())
      return fail(ErrorCode::InvalidArgument, fmt::format("articles[{}] is not an object", place - 1));
    add_article(marked, article, place, divisions);
  }
  return marked;
}

}  // namespace treatygraph::ingest
