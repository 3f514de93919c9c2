//! What the page remembers: signals and memos that hold values of any type and are of one type
//! themselves. Each type of Leptos's own would bring kilobytes of glue into the program.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use reactive_graph::computed;
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get, GetUntracked, Set, Track};

/// A value of any type, and how it compares with another of its type.
#[derive(Clone)]
struct Held {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&Held, &Held) -> bool,
}

impl Held {
    /// The value.
    ///
    /// # Panics
    ///
    /// Never: a signal is made and set with values of one type.
    fn of<T: 'static>(&self) -> &T {
        self.value.downcast_ref().expect("a signal holds values of its type")
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(self, other)
    }
}

/// What computes a value from what it was.
type Fold = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

/// A value that is computed from others, told on only when it changes.
pub(super) struct Memo<T>(computed::Memo<Held>, PhantomData<fn() -> T>);

/// A value that is set.
pub(super) struct State<T>(RwSignal<Held>, PhantomData<fn() -> T>);

macro_rules! readable {
    ($($name:ident)*) => {$(
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T: Clone + Send + Sync + 'static> $name<T> {
            /// The value; whoever asks is told when it changes.
            pub(super) fn get(self) -> T {
                self.with(T::clone)
            }

            /// The value as it stands.
            pub(super) fn get_untracked(self) -> T {
                self.with_untracked(T::clone)
            }

            /// What a function says of the value; whoever asks is told when it changes.
            pub(super) fn with<U>(self, say: impl FnOnce(&T) -> U) -> U {
                say(self.0.get().of())
            }

            /// What a function says of the value as it stands.
            pub(super) fn with_untracked<U>(self, say: impl FnOnce(&T) -> U) -> U {
                say(self.0.get_untracked().of())
            }

            /// Whoever asks is told when the value changes.
            pub(super) fn track(self) {
                self.0.track();
            }
        }
    )*};
}

readable! { Memo State }

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A computed value.
    pub(super) fn new(of: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::folding(move |_| of())
    }

    /// A value that is computed from what it was, too; `None` at first.
    pub(super) fn folding(of: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let same = |a: &Held, b: &Held| a.of::<T>() == b.of();
        let of: Fold = Box::new(move |held| Held { value: Arc::new(of(held.map(Held::of))), same });
        Self(computed::Memo::new(of), PhantomData)
    }
}

impl<T: Clone + Send + Sync + 'static> State<T> {
    /// A value to begin with.
    pub(super) fn new(value: T) -> Self {
        Self(RwSignal::new(Self::held(value)), PhantomData)
    }

    /// What is set is told on, even if it is the same.
    fn held(value: T) -> Held {
        Held { value: Arc::new(value), same: |_, _| false }
    }

    /// Puts another in its place.
    pub(super) fn set(self, value: T) {
        self.0.set(Self::held(value));
    }

    /// Changes it.
    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}
