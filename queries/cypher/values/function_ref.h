#pragma once
// A non-owning reference to a callable: no copy, no allocation. For parameters; std::function would allocate for
// callables that capture much.

#include <memory>
#include <type_traits>
#include <utility>

namespace treatygraph::queries::cypher {

template <typename Signature>
class FunctionRef;

/// The callable must outlive the reference, so a temporary may be passed as an argument, but not stored.
template <typename R, typename... Arguments>
class FunctionRef<R(Arguments...)> {
 public:
  template <typename F>
  requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef>)
      FunctionRef(F&& function)  // NOLINT(google-explicit-constructor,bugprone-forwarding-reference-overload)
      : object_(const_cast<void*>(static_cast<const void*>(std::addressof(function)))),
        call_([](void* object, Arguments... arguments) -> R {
          return (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<Arguments>(arguments)...);
        }) {}
  R operator()(Arguments... arguments) const { return call_(object_, std::forward<Arguments>(arguments)...); }

 private:
  void* object_;
  R (*call_)(void*, Arguments...);
};

}  // namespace treatygraph::queries::cypher
