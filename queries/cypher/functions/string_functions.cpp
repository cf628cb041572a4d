// Strings are UTF-8. Positions and lengths count code points, so every function that takes one walks over the text, and
// charges that to the budget. Upper and lower case are ICU's, without the rules of a particular language.

#include "queries/cypher/functions/string_functions.h"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/values/text_search.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// The byte offset of a code point; the size of the text if it has fewer.
std::size_t byte_of(std::string_view text, std::int64_t code_point) {
  BudgetInForce::spend_on_text(std::min(text.size(), static_cast<std::size_t>(std::max<std::int64_t>(code_point, 0))));
  std::size_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
  }
  return at;
}

std::int64_t code_points(std::string_view text) {
  BudgetInForce::spend_on_text(text.size());
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
}

/// The text with its code points in reverse order.
std::string reversed(std::string_view text) {
  BudgetInForce::spend_on_text(text.size());
  std::string result;
  result.reserve(text.size());
  for (auto end = text.size(); end > 0;) {
    auto start = end - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
    result += text.substr(start, end - start);
    end = start;
  }
  return result;
}

Value substring(const EvaluationContext& /*around*/, Arguments a) {
  if (std::ranges::any_of(a, &Value::is_null)) return {};
  if (!a[0].is(ValueType::String)) wrong_type("substring", a[0]);
  const auto text = a[0].string();
  const auto start = byte_of(text, count_argument("substring", a[1]));
  if (a.size() == 2) return std::string(text.substr(start));
  return std::string(text.substr(start, byte_of(text.substr(start), count_argument("substring", a[2]))));
}

Value left(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("left", a[0]);
  return std::string(a[0].string().substr(0, byte_of(a[0].string(), count_argument("left", a[1]))));
}

Value right(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("right", a[0]);
  const auto text = a[0].string();
  const auto skipped = code_points(text) - count_argument("right", a[1]);
  return std::string(text.substr(byte_of(text, skipped)));
}

/// An empty search text is found nowhere, so the text stays as it is.
Value replace(const EvaluationContext& /*around*/, Arguments a) {
  if (std::ranges::any_of(a, &Value::is_null)) return {};
  for (const auto& value : a) {
    if (!value.is(ValueType::String)) wrong_type("replace", value);
  }
  const auto text = a[0].string();
  const auto search = a[1].string();
  if (search.empty()) return std::string(text);
  std::string result;
  std::size_t at = 0;
  for (auto found = find_text(text, search); found != std::string_view::npos; found = find_text(text, search, at)) {
    BudgetInForce::spend();
    result += text.substr(at, found - at);
    result += a[2].string();
    at = found + search.size();
  }
  result += text.substr(at);
  return result;
}

/// An empty delimiter splits between all characters.
Value split(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::String) || !a[1].is(ValueType::String)) wrong_type("split", a[0]);
  auto text = a[0].string();
  const auto delimiter = a[1].string();
  ValueList parts;
  if (delimiter.empty()) {
    while (!text.empty()) {
      BudgetInForce::spend();
      const auto length = byte_of(text, 1);
      parts.emplace_back(std::string(text.substr(0, length)));
      text.remove_prefix(length);
    }
    return parts;
  }
  for (auto found = find_text(text, delimiter); found != std::string_view::npos; found = find_text(text, delimiter)) {
    BudgetInForce::spend();
    parts.emplace_back(std::string(text.substr(0, found)));
    text.remove_prefix(found + delimiter.size());
  }
  parts.emplace_back(std::string(text));
  return parts;
}

/// The longest text in bytes that is given to ICU, which allocates several times its size. kStepsOfCase is the cost
/// relative to a plain pass over the text.
constexpr std::size_t kLongestForCase = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kStepsOfCase = 16;

[[noreturn]] void too_long(std::string_view function, std::size_t bytes) {
  runtime_error("ArgumentError", "TextTooLong",
                fmt::format("{}() takes at most {} bytes of text, not {}", function, kLongestForCase, bytes));
}

template <bool kUpper>
Value change_case(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::String, kUpper ? "toUpper" : "toLower", a, [](const Value& value) -> Value {
    const auto view = value.string();
    BudgetInForce::spend_on_text(view.size() * kStepsOfCase);
    if (view.size() > kLongestForCase) too_long(kUpper ? "toUpper" : "toLower", view.size());
    auto text = icu::UnicodeString::fromUTF8({view.data(), static_cast<std::int32_t>(view.size())});
    if (kUpper) {
      text.toUpper(icu::Locale::getRoot());
    } else {
      text.toLower(icu::Locale::getRoot());
    }
    std::string result;
    return text.toUTF8String(result);
  });
}

Value size(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (a[0].is(ValueType::String)) return code_points(a[0].string());
  if (a[0].is(ValueType::Map)) return static_cast<std::int64_t>(a[0].map().entries().size());
  if (!a[0].is(ValueType::List)) wrong_type("size", a[0]);
  return static_cast<std::int64_t>(a[0].list().size());
}

/// By the size, so it takes the same types.
Value is_empty(const EvaluationContext& around, Arguments a) {
  const auto count = size(around, a);
  return count.is_null() ? Value() : Value(count.integer() == 0);
}

Value reverse(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (a[0].is(ValueType::String)) return reversed(a[0].string());
  if (!a[0].is(ValueType::List)) wrong_type("reverse", a[0]);
  BudgetInForce::spend(a[0].list().size());
  return ValueList(a[0].list().rbegin(), a[0].list().rend());
}

}  // namespace

void add_string_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kStrings(K::String);
  table.insert(table.end(), {
                                {"substring", 2, 3, substring, kStrings, K::String},
                                {"left", 2, 2, left, kStrings, K::String},
                                {"right", 2, 2, right, kStrings, K::String},
                                {"replace", 3, 3, replace, kStrings, K::String},
                                {"split", 2, 2, split, kStrings, K::List},
                                {"toUpper", 1, 1, change_case<true>, kStrings, K::String},
                                {"toLower", 1, 1, change_case<false>, kStrings, K::String},
                                {"upper", 1, 1, change_case<true>, kStrings, K::String},
                                {"lower", 1, 1, change_case<false>, kStrings, K::String},
                                {"size", 1, 1, size, KindSet(K::List, K::String, K::Map), K::Integer},
                                {"isEmpty", 1, 1, is_empty, KindSet(K::List, K::String, K::Map), K::Boolean},
                                {"reverse", 1, 1, reverse, KindSet(K::List, K::String)},
                                {"cardinality", 1, 1, size, KindSet(K::List, K::Map), K::Integer},
                            });
}

}  // namespace treatygraph::queries::cypher
