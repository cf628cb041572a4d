// expat parses the text without making a tree, and its handlers record what else is a fault. If there is a DTD, two
// passes are necessary. The first one reads the text with its DTD and finds declarations of entities and attributes
// that the DTD adds. But if a DTD refers to another file, expat silently skips references to unknown entities, because
// that file might declare them. The second pass therefore reads the text with the DTD replaced by spaces, where every
// such reference is an error. Offsets are the same in both.
//
// expat's own messages are short, so each kind of error gets a message that names the element or the character and the
// place where the fault begins, which is often before the place where the parser stops.

#include "ingest/formats/xml_check.h"

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>

#include <expat.h>
#include <fmt/format.h>

#include "graph/shown.h"
#include "ingest/text/one_of.h"
#include "ingest/text/text_place.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kDeepest = 200;  ///< nested elements; readers of the tree are recursive
constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::string_view kAdvice = "write the file without its DTD, as xmllint --noent --dropdtd does";

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The name of an element, attribute or entity that begins at `offset`.
std::string_view name_at(std::string_view text, std::size_t offset) {
  const auto rest = text.substr(std::min(offset, text.size()));
  return rest.substr(0, rest.find_first_of(" \t\r\n/>=;<&\"'"));
}

std::string_view character_at(std::string_view text, std::size_t offset) {
  auto end = offset + 1;
  while (end < text.size() && continues_character(text[end])) ++end;
  return text.substr(offset, end - offset);
}

/// Why the parser stopped at `at`, where it could not read a token. The fault may begin a few bytes before; `at` is
/// then moved to it.
std::string wrong_character(std::string_view text, std::size_t& at) {
  const auto before = text.substr(0, at);
  const auto ampersand = before.find_last_of("&;<>\"' \t\r\n");
  if (ampersand != std::string_view::npos && text[ampersand] == '&') {
    at = ampersand;
    return "an & that does not begin a reference must be written &amp;";
  }
  if (at == text.size()) return "the file ends too early";
  if (text[at] == '<') return "a < is not allowed here; as a character it is written &lt;";
  if (before.ends_with("]]") && text[at] == '>') {
    at -= 2;
    return "]]> is not allowed in text; write its > as &gt;";
  }
  if (before.ends_with("--")) {
    at -= 2;
    return "-- is not allowed inside a comment";
  }
  return fmt::format("the character \"{}\" is not allowed here", shown(character_at(text, at)));
}

/// Where the first reference from `at` on to an entity begins that XML itself does not declare. If a reference is in an
/// attribute, the parser tells only where the element begins, so it must be searched.
std::size_t named_reference(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 5> kPredefined = {"amp", "lt", "gt", "quot", "apos"};
  for (auto found = text.find('&', at); found != std::string_view::npos; found = text.find('&', found + 1)) {
    const auto name = name_at(text, found + 1);
    if (!name.starts_with('#') && !is_one_of(name, kPredefined)) return found;
  }
  return at;
}

/// One run of the parser over a text, and what it finds.
class XmlPass {
 public:
  /// Parses `text` from `begin` on. Offsets refer to the whole text, which must outlive it.
  XmlPass(std::string_view text, std::size_t begin) : text_(text), begin_(begin), parser_(XML_ParserCreate("UTF-8")) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), open_element, close_element);
    XML_SetDoctypeDeclHandler(parser_.get(), open_doctype, close_doctype);
    XML_SetEntityDeclHandler(parser_.get(), declare_entity);
  }

  /// Returns the first fault. The text is passed in one piece: the parser reads it where it is, and no token is looked
  /// at twice.
  [[nodiscard]] std::optional<XmlFault> run() {
    const auto text = text_.substr(begin_);
    if (XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) == XML_STATUS_ERROR) {
      if (error() == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
      return malformed();
    }
    if (entity_) {
      return refused(*entity_, fmt::format("declares an entity, and entities are not expanded; {}", kAdvice));
    }
    if (too_deep_) {
      return refused(*too_deep_, fmt::format("elements are nested more than {} deep, which no treaty needs", kDeepest));
    }
    if (defaulted_) {
      return refused(*defaulted_, fmt::format("the element <{}> has an attribute that only the DTD gives it, which is "
                                              "not read; {}",
                                              shown(name_at(text_, *defaulted_ + 1)), kAdvice));
    }
    return std::nullopt;
  }

  [[nodiscard]] XML_Error error() const { return XML_GetErrorCode(parser_.get()); }
  [[nodiscard]] std::size_t doctype() const { return doctype_; }
  [[nodiscard]] std::size_t doctype_end() const { return doctype_end_; }
  [[nodiscard]] const std::string& other_file() const { return other_file_; }

  /// The fault of XML that is well-formed but refused.
  [[nodiscard]] XmlFault refused(std::size_t offset, std::string_view why) const {
    return {false, fmt::format("{}: {}", place_in(text_, offset), why)};
  }

  /// Where the parser is: the beginning of the current token.
  [[nodiscard]] std::size_t offset() const {
    const auto index = XML_GetCurrentByteIndex(parser_.get());
    return std::min(begin_ + static_cast<std::size_t>(std::max<XML_Index>(index, 0)), text_.size());
  }

 private:
  static XmlPass& of(void* pass) { return *static_cast<XmlPass*>(pass); }

  static void open_element(void* pass, const XML_Char* /*name*/, const XML_Char** attributes) {
    of(pass).open(attributes);
  }
  static void close_element(void* pass, const XML_Char* /*name*/) { --of(pass).depth_; }
  static void open_doctype(void* pass, const XML_Char* /*name*/, const XML_Char* system, const XML_Char* /*public*/,
                           int /*has_internal_subset*/) {
    auto& self = of(pass);
    self.doctype_ = self.last_before("<!DOCTYPE", self.offset());
    if (system != nullptr) self.other_file_ = system;
  }
  static void close_doctype(void* pass) {
    of(pass).doctype_end_ = std::min(of(pass).offset() + 1, of(pass).text_.size());
  }
  static void declare_entity(void* pass, const XML_Char* /*name*/, int /*is_parameter*/, const XML_Char* /*value*/,
                             int /*length*/, const XML_Char* /*base*/, const XML_Char* /*system*/,
                             const XML_Char* /*public*/, const XML_Char* /*notation*/) {
    auto& self = of(pass);
    if (!self.entity_) self.entity_ = self.last_before("<!ENTITY", self.offset());
  }

  /// An element begins. Beyond the greatest depth only the depth is counted.
  void open(const XML_Char** attributes) {
    const auto at = offset();
    if (depth_ < kDeepest) {
      open_[depth_] = at;
    } else if (!too_deep_) {
      too_deep_ = at;
    }
    ++depth_;
    // expat lists attributes that the DTD adds after those in the tag.
    if (!defaulted_ && attributes[XML_GetSpecifiedAttributeCount(parser_.get())] != nullptr) defaulted_ = at;
  }

  /// Where `mark` last begins at or before `offset`; `offset` if it does not occur.
  [[nodiscard]] std::size_t last_before(std::string_view mark, std::size_t offset) const {
    return std::min(text_.rfind(mark, offset), offset);
  }

  /// The start of the innermost open element.
  [[nodiscard]] std::optional<std::size_t> innermost() const {
    return depth_ == 0 ? std::nullopt : std::optional(open_[std::min(depth_, kDeepest) - 1]);
  }

  [[nodiscard]] XmlFault malformed() const {
    auto at = offset();
    const auto why = reason(at);
    return {true, fmt::format("{}: is not well-formed XML: {}", place_in(text_, at), why)};
  }

  /// Describes the parser's error, and moves `at` to where the fault begins.
  std::string reason(std::size_t& at) const {
    switch (error()) {
      case XML_ERROR_TAG_MISMATCH:
        at = last_before("</", at);
        return mismatch(at);
      case XML_ERROR_NO_ELEMENTS:
        if (const auto open = innermost()) at = *open;
        return depth_ == 0 ? "there is no element"
                           : fmt::format("the element <{}> is not closed", shown(name_at(text_, at + 1)));
      case XML_ERROR_INVALID_TOKEN:
        return wrong_character(text_, at);
      case XML_ERROR_UNCLOSED_TOKEN:
        return "something begins here and does not end";
      case XML_ERROR_UNCLOSED_CDATA_SECTION:
        at = last_before("<![CDATA[", at);
        return "the CDATA section that begins here does not end";
      case XML_ERROR_DUPLICATE_ATTRIBUTE:
        return fmt::format("the attribute {} occurs twice in one element", shown(name_at(text_, at)));
      case XML_ERROR_UNDEFINED_ENTITY:
        if (entity_) return "an entity that is used here is not declared";
        at = named_reference(text_, at);
        return fmt::format("the entity &{}; is not declared", shown(name_at(text_, at + 1)));
      case XML_ERROR_BAD_CHAR_REF:
        return fmt::format("&{}; is not a character that XML allows", shown(name_at(text_, at + 1)));
      case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return "something follows the root element";
      case XML_ERROR_MISPLACED_XML_PI:
        return "the XML declaration is not at the beginning";
      case XML_ERROR_XML_DECL:
        return "the XML declaration is malformed";
      default:
        return XML_ErrorString(error());
    }
  }

  /// An end tag with another name than the open element. Tells where that was opened.
  [[nodiscard]] std::string mismatch(std::size_t at) const {
    const auto open = innermost();
    if (!open) return "this end tag has no start tag";
    return fmt::format("the element <{}> of {} is not closed before </{}>", shown(name_at(text_, *open + 1)),
                       place_in(text_, *open), shown(name_at(text_, at + 2)));
  }

  std::string_view text_;
  std::size_t begin_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser_;
  std::array<std::size_t, kDeepest> open_{};  ///< where the tags of the open elements begin
  std::size_t depth_ = 0;
  std::optional<std::size_t> too_deep_;
  std::optional<std::size_t> entity_;     ///< the first that is declared
  std::optional<std::size_t> defaulted_;  ///< the first element with an attribute that the DTD gives
  std::size_t doctype_ = 0;
  std::size_t doctype_end_ = 0;
  std::string other_file_;  ///< of the DTD
};

/// The text with spaces instead of a range; line ends are kept, so that lines keep their numbers.
std::string blanked(std::string_view text, std::size_t begin, std::size_t end) {
  std::string blank(text);
  const auto to = blank.begin() + static_cast<std::ptrdiff_t>(end);
  std::replace_if(
      blank.begin() + static_cast<std::ptrdiff_t>(begin), to, [](char c) { return c != '\n'; }, ' ');
  return blank;
}

/// Where the XML begins. White space before the XML declaration is forbidden by the standard, but harmless.
std::size_t begin_of(std::string_view text) {
  const auto declaration = text.find_first_not_of(kWhiteSpace);
  return declaration != std::string_view::npos && text.substr(declaration).starts_with("<?xml ") ? declaration : 0;
}

/// The fault of a text whose DTD was removed. Without a DTD, the parser reports every entity that is not declared.
/// Another file, which the DTD names, may declare it, so the message says what to do.
std::optional<XmlFault> fault_without_dtd(std::string_view text, std::size_t begin) {
  XmlPass pass(text, begin);
  auto fault = pass.run();
  if (!fault || pass.error() != XML_ERROR_UNDEFINED_ENTITY) return fault;
  const auto at = named_reference(text, pass.offset());
  return pass.refused(at, fmt::format("the entity &{}; is not declared in this file, and no other is read; write the "
                                      "file without its DTD, as xmllint --loaddtd --noent --dropdtd does",
                                      shown(name_at(text, at + 1))));
}

}  // namespace

tl::expected<CheckedXml, XmlFault> check_xml(std::string_view text) {
  CheckedXml checked;
  const auto begin = begin_of(text);
  if (begin > 0) {
    checked.notices.push_back(
        fmt::format("{}: there is white space before the XML declaration, which was ignored", place_in(text, begin)));
  }
  XmlPass pass(text, begin);
  if (auto fault = pass.run()) return tl::unexpected(*std::move(fault));
  if (pass.doctype_end() == 0) return checked;
  checked.without_dtd = blanked(text, pass.doctype(), pass.doctype_end());
  if (auto fault = fault_without_dtd(checked.without_dtd, begin)) return tl::unexpected(*std::move(fault));
  if (!pass.other_file().empty()) {
    checked.notices.push_back(
        fmt::format("{}: its DTD is another file ({}), which is not read; attributes that it alone gives are missing",
                    place_in(text, pass.doctype()), shown(pass.other_file(), 100)));
  }
  return checked;
}

}  // namespace treatygraph::ingest
