//! A scene as text.
