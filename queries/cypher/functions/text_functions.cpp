#include "queries/cypher/functions/text_functions.h"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// The longest text in bytes that is given to ICU, which allocates several times its size. kStepsOfIcu is the cost
/// relative to a plain pass over the text.
constexpr std::size_t kLongest = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kStepsOfIcu = 16;

icu::UnicodeString characters_of(std::string_view function, std::string_view text) {
  BudgetInForce::spend_on_text(text.size() * kStepsOfIcu);
  if (text.size() > kLongest) {
    runtime_error("ArgumentError", "TextTooLong",
                  fmt::format("{}() takes at most {} bytes of text, not {}", function, kLongest, text.size()));
  }
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// The code points of a text, each as its bytes.
std::vector<std::string_view> split_characters(std::string_view text) {
  BudgetInForce::spend_on_text(text.size());
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
    characters.push_back(text.substr(at, end - at));
    at = end;
  }
  return characters;
}

/// The text without the `unwanted` characters at its sides.
std::string stripped(std::string_view text, std::string_view unwanted, bool left, bool right) {
  const auto all = split_characters(unwanted);
  const auto is_unwanted = [&](std::string_view character) {
    BudgetInForce::spend();
    return std::ranges::find(all, character) != all.end();
  };
  const auto characters = split_characters(text);
  auto first = characters.begin();
  auto last = characters.end();
  while (left && first != last && is_unwanted(*first)) ++first;
  while (right && last != first && is_unwanted(*(last - 1))) --last;
  std::string kept;
  for (; first != last; ++first) kept += *first;
  return kept;
}

/// The text without Unicode white space at its sides.
std::string without_blanks(std::string_view text, bool left, bool right) {
  auto characters = characters_of("trim", text);
  std::int32_t first = 0;
  auto last = characters.length();
  const auto is_blank = [](UChar32 c) { return u_isUWhiteSpace(c) != 0; };
  while (left && first < last && is_blank(characters.char32At(first))) first = characters.moveIndex32(first, 1);
  while (right && last > first && is_blank(characters.char32At(characters.moveIndex32(last, -1))))
    last = characters.moveIndex32(last, -1);
  std::string kept;
  return characters.tempSubStringBetween(first, last).toUTF8String(kept);
}

template <bool kLeft, bool kRight>
Value trim(const EvaluationContext& /*around*/, Arguments a) {
  if (std::ranges::any_of(a, &Value::is_null)) return {};
  for (const auto& value : a) {
    if (!value.is(ValueType::String)) wrong_type("trim", value);
  }
  if (a.size() == 1) return without_blanks(a[0].string(), kLeft, kRight);
  return stripped(a[0].string(), a[1].string(), kLeft, kRight);
}

/// ICU's normalizer for NFC, NFD, NFKC or NFKD (Unicode Standard Annex #15); an error for another form.
const icu::Normalizer2& normalizer(const Value& form) {
  auto status = U_ZERO_ERROR;
  const auto name = form.string();
  const icu::Normalizer2* found = name == "NFC"    ? icu::Normalizer2::getNFCInstance(status)
                                  : name == "NFD"  ? icu::Normalizer2::getNFDInstance(status)
                                  : name == "NFKC" ? icu::Normalizer2::getNFKCInstance(status)
                                  : name == "NFKD" ? icu::Normalizer2::getNFKDInstance(status)
                                                   : nullptr;
  if (found != nullptr && U_SUCCESS(status) != 0) return *found;
  runtime_error("ArgumentError", "InvalidArgumentValue",
                fmt::format("no normal form {}; there are NFC, NFD, NFKC and NFKD", name));
}

Value form_of(Arguments a) {
  if (a.size() < 2) return "NFC";
  if (!a[1].is(ValueType::String)) wrong_type("normalize", a[1]);
  return a[1];
}

Value normalize(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("normalize", a[0]);
  auto status = U_ZERO_ERROR;
  const auto text = characters_of("normalize", a[0].string());
  std::string result;
  return normalizer(form_of(a)).normalize(text, status).toUTF8String(result);
}

/// Null if the value is not a string, as for IS NORMALIZED.
Value is_normalized(const EvaluationContext& /*around*/, Arguments a) {
  if (!a[0].is(ValueType::String)) return {};
  auto status = U_ZERO_ERROR;
  return normalizer(form_of(a)).isNormalized(characters_of("normalize", a[0].string()), status) != 0;
}

Value char_length(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("char_length", a[0]);
  return static_cast<std::int64_t>(split_characters(a[0].string()).size());
}

}  // namespace

void add_text_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kStringsOnly(K::String);
  table.insert(table.end(), {
                                {"trim", 1, 2, trim<true, true>, kStringsOnly, K::String},
                                {"btrim", 1, 2, trim<true, true>, kStringsOnly, K::String},
                                {"ltrim", 1, 2, trim<true, false>, kStringsOnly, K::String},
                                {"rtrim", 1, 2, trim<false, true>, kStringsOnly, K::String},
                                {"normalize", 1, 2, normalize, kStringsOnly, K::String},
                                {"isNormalized", 1, 2, is_normalized, {}, K::Boolean},
                                {"char_length", 1, 1, char_length, kStringsOnly, K::Integer},
                                {"character_length", 1, 1, char_length, kStringsOnly, K::Integer},
                            });
}

}  // namespace treatygraph::queries::cypher
